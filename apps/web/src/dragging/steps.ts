import type { Place, Uuid } from "@todo/contract";

/** From one place to another among things that are ordered. */
export interface Step {
  readonly place: Place;
  /** Which one it then is, from 1, and of how many. */
  readonly to: number;
  readonly of: number;
}

/** To one side of another; undefined if it is there already. */
export function beside(ids: readonly Uuid[], id: Uuid, target: Uuid, edge: "before" | "after"): Step | undefined {
  const others = ids.filter((other) => other !== id);
  const index = others.indexOf(target) + (edge === "after" ? 1 : 0);
  if (target === id || !others.includes(target) || index === ids.indexOf(id)) return undefined;
  return { place: edge === "before" ? { before: target } : { after: target }, to: index + 1, of: ids.length };
}

/** One place up or down; undefined at the ends, and for what is not among them. */
export function stepped(ids: readonly Uuid[], id: Uuid, steps: number): Step | undefined {
  const target = ids[ids.indexOf(id) + Math.sign(steps)];
  return target === undefined || !ids.includes(id) ? undefined : beside(ids, id, target, steps < 0 ? "before" : "after");
}

/** For ARIA. */
export const MOVING_KEYS = "Alt+ArrowUp Alt+ArrowDown";

type Keys = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

/** What Alt and an arrow ask for: -1 is up, 1 is down, 0 is something else. */
export function stepsOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Keys): number {
  if (!altKey || ctrlKey || metaKey || shiftKey) return 0;
  return key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
}
