import type { Uuid } from "@todo/contract";

/** Which task of a list has the focus, and which are selected. */
export interface Selection {
  readonly active: Uuid | undefined;
  /** Where a range begins. */
  readonly anchor: Uuid | undefined;
  readonly chosen: ReadonlySet<Uuid>;
}

export const NOTHING: Selection = { active: undefined, anchor: undefined, chosen: new Set() };

export function focused(selection: Selection, id: Uuid): Selection {
  return { ...selection, active: id };
}

/** Up or down; a range grows with it if it is to extend. */
export function moved(selection: Selection, order: readonly Uuid[], steps: number, extend: boolean): Selection {
  const from = selection.active === undefined ? -1 : order.indexOf(selection.active);
  const index = from === -1 ? (steps > 0 ? 0 : order.length - 1) : from + steps;
  const active = order[Math.max(0, Math.min(index, order.length - 1))];
  if (active === undefined) return selection;
  if (!extend) return { ...selection, active, anchor: active };
  return ranged({ ...selection, anchor: selection.anchor ?? selection.active }, order, active);
}

/** Everything from where the range began to here. */
export function ranged(selection: Selection, order: readonly Uuid[], to: Uuid): Selection {
  const [start, end] = [order.indexOf(selection.anchor ?? selection.active ?? to), order.indexOf(to)];
  const chosen = new Set(order.slice(Math.max(0, Math.min(start, end)), Math.max(start, end) + 1));
  return { active: to, anchor: selection.anchor ?? selection.active ?? to, chosen };
}

export function toggled(selection: Selection, id: Uuid): Selection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { active: id, anchor: id, chosen };
}

export function all(selection: Selection, order: readonly Uuid[]): Selection {
  return { ...selection, chosen: new Set(order) };
}

/** Without what is not in the list any more; the focus goes to what has taken its place. */
export function kept(selection: Selection, order: readonly Uuid[], before: readonly Uuid[]): Selection {
  const present = new Set(order);
  const isWhole = [...selection.chosen].every((id) => present.has(id));
  if (isWhole && (selection.active === undefined || present.has(selection.active))) return selection;
  const chosen = new Set([...selection.chosen].filter((id) => present.has(id)));
  if (selection.active === undefined || present.has(selection.active)) return { ...selection, chosen };
  const index = before.indexOf(selection.active);
  const next = before.slice(index + 1).find((id) => present.has(id)) ?? order.at(-1);
  return { active: next, anchor: next, chosen };
}

/** What an action is about: what is selected, or else what has the focus. */
export function targets({ active, chosen }: Selection, order: readonly Uuid[]): Uuid[] {
  if (chosen.size > 0) return order.filter((id) => chosen.has(id));
  return active === undefined ? [] : [active];
}
