import type { CalendarDate } from "@todo/contract";
import { useSyncExternalStore } from "react";

import { today } from "./calendar.ts";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The day of this device's clock; drawn again when it becomes another. */
export function useToday(): CalendarDate {
  return useSyncExternalStore(subscribe, () => today());
}

/** Minutes since 1970; drawn again with each. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / 60_000));
}
