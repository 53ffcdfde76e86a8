import type { CalendarDate, Due } from "@todo/contract";

import type { Messages } from "../i18n/en.ts";
import { dateOf, daysBetween } from "./calendar.ts";
import { whenOf } from "./when.ts";

/** The language as it is spoken where the user is, if the browser tells; Arabic with the digits that all can read. */
export function localeOf(language: string): string {
  const wished = globalThis.navigator?.languages ?? [];
  const locale = wished.find((each) => each === language || each.startsWith(`${language}-`)) ?? language;
  return language === "ar" ? `${locale}-u-nu-latn` : locale;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The Gregorian calendar in every language. */
function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(localeOf(language), { calendar: "gregory", timeZone: "UTC", ...options });
    formats.set(key, made);
  }
  return made;
}

/** Today, tomorrow, a weekday within the week, a date. */
export function dayInWords(day: CalendarDate, today: CalendarDate, language: string, t: Messages): string {
  const days = daysBetween(today, day);
  if (days === 0) return t.today;
  if (days === 1) return t.tomorrow;
  if (days === -1) return t.yesterday;
  if (days > 1 && days < 7) return format(language, { weekday: "long" }).format(dateOf(day));
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return format(language, { day: "numeric", month: "short", ...year }).format(dateOf(day));
}

/** Such as 24 December. */
export function dateInWords(day: CalendarDate, language: string): string {
  return format(language, { day: "numeric", month: "long" }).format(dateOf(day));
}

/** Such as 24 Dec 2026. */
export function dateInFull(day: CalendarDate, language: string): string {
  return format(language, { day: "numeric", month: "short", year: "numeric" }).format(dateOf(day));
}

/** Such as Monday 24 December, for headings. */
export function dayInFull(day: CalendarDate, language: string): string {
  return format(language, { weekday: "long", day: "numeric", month: "long" }).format(dateOf(day));
}

export function monthInWords(day: CalendarDate, language: string): string {
  return format(language, { month: "long", year: "numeric" }).format(dateOf(day));
}

export function weekdayInWords(day: CalendarDate, language: string, width: "narrow" | "short" | "long"): string {
  return format(language, { weekday: width }).format(dateOf(day));
}

export function dayOfMonth(day: CalendarDate, language: string): string {
  return format(language, { day: "numeric" }).format(dateOf(day));
}

/** As the language writes the time of day. */
export function timeInWords(time: string, language: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const moment = Date.UTC(2000, 0, 1, hour, minute);
  return format(language, { hour: "numeric", minute: "2-digit" }).format(moment);
}

export function dueInWords(due: Due, today: CalendarDate, language: string, t: Messages): string {
  const { day, time } = whenOf(due);
  const words = dayInWords(day, today, language, t);
  return time === undefined ? words : t.dueAt(words, timeInWords(time, language));
}
