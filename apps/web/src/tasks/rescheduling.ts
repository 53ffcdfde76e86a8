import type { CalendarDate, Due, Uuid } from "@todo/contract";
import { wallClock } from "@todo/contract";

import type { Actions } from "../store/actions.ts";
import type { State } from "../store/state.ts";

/** The same time, in the same zone, on another day. */
export function onDay(due: Due | null, day: CalendarDate): Due {
  if (due === null || due.kind === "date") return { kind: "date", date: day };
  return { ...due, datetime: wallClock(`${day}T${due.datetime.slice(11)}`) };
}

export function reschedule(actions: Actions, { tasks }: State, ids: readonly Uuid[], day: CalendarDate): void {
  actions.each(ids, (id) => ({ op: "update_task", id, body: { due: onDay(tasks.get(id)?.due ?? null, day) } }));
}
