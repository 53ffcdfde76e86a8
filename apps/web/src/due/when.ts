import { calendarDate, wallClock, type CalendarDate, type Due } from "@todo/contract";

import { instantOf } from "./zones.ts";

/** A due date as this device's calendar and clock show it. */
export interface When {
  readonly day: CalendarDate;
  /** Such as 17:00; undefined for a whole day. */
  readonly time: string | undefined;
}

const known = new WeakMap<Due, When>();

export function whenOf(due: Due): When {
  let when = known.get(due);
  if (when === undefined) {
    when = computed(due);
    known.set(due, when);
  }
  return when;
}

function computed(due: Due): When {
  switch (due.kind) {
    case "date":
      return { day: due.date, time: undefined };
    case "floating":
      return split(due.datetime);
    case "zoned":
      return split(wallClock(new Date(instantOf(due.datetime, due.timezone))));
  }
}

function split(datetime: string): When {
  return { day: calendarDate(datetime.slice(0, 10)), time: datetime.slice(11, 16) };
}

/** Sorts by day, then whole days before times. */
export function byWhen(one: Due, other: Due): number {
  const [a, b] = [keyOf(whenOf(one)), keyOf(whenOf(other))];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function keyOf({ day, time }: When): string {
  return `${day} ${time ?? ""}`;
}

/** Whether it has passed: a day when it is over, a time at that minute. */
export function isOverdue(due: Due, now: Date): boolean {
  const { day, time } = whenOf(due);
  const clock = wallClock(now);
  const current = clock.slice(0, 10);
  return day < current || (day === current && time !== undefined && time < clock.slice(11, 16));
}
