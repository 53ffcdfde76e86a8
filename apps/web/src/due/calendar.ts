import { calendarDate, type CalendarDate } from "@todo/contract";

const DAY_MS = 86_400_000;

export function today(now: Date = new Date()): CalendarDate {
  return calendarDate(now);
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return fromUtc(utc(day) + days * DAY_MS);
}

export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const date = new Date(utc(day));
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return fromUtc(target.setUTCDate(Math.min(date.getUTCDate(), last)));
}

/** Days from one to another; negative if the other is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** 0 is Sunday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(utc(day)).getUTCDay();
}

/** The next such weekday, today not included. */
export function nextWeekday(from: CalendarDate, weekday: number): CalendarDate {
  return addDays(from, (weekday - weekdayOf(from) + 6) % 7 + 1);
}

/** The Saturday to come, or the day itself if it is of the weekend. */
export function weekendOf(day: CalendarDate): CalendarDate {
  return weekdayOf(day) === 0 ? day : nextWeekday(addDays(day, -1), 6);
}

/** The weeks that show a month, each from the first day of the week on. */
export function weeksOf(day: CalendarDate, firstWeekday: number): CalendarDate[][] {
  const first = calendarDate(`${day.slice(0, 8)}01`);
  const start = addDays(first, -((weekdayOf(first) - firstWeekday + 7) % 7));
  const weeks: CalendarDate[][] = [];
  for (let monday = start; weeks.length === 0 || monday.slice(0, 7) === day.slice(0, 7); monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  }
  return weeks;
}

/** By the custom of where the language is spoken so: 0 for Sunday. */
export function firstWeekdayOf(spoken: string): number {
  const locale = new Intl.Locale(spoken) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) % 7;
}

/** The day at noon in UTC, for formatting in UTC. */
export function dateOf(day: CalendarDate): Date {
  return new Date(utc(day) + DAY_MS / 2);
}

function utc(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromUtc(time: number): CalendarDate {
  return calendarDate(new Date(time).toISOString().slice(0, 10));
}
