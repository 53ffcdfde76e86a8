import { useEffect, useEffectEvent } from "react";

const kept = new Set<() => void>();

/** Keeps all that is being edited, as the page is about to go. */
export function keepAll(): void {
  for (const keep of kept) keep();
}

/** Calls when what is being edited goes away, with its place or with the page: neither takes the focus from it first. */
export function useKeeping(keep: () => unknown): void {
  const going = useEffectEvent(keep);
  useEffect(() => {
    const own = (): void => void going();
    kept.add(own);
    return () => {
      kept.delete(own);
      own();
    };
  }, []);
}
