import { localeOf } from "../due/format.ts";

const MINUTE = 60_000;
const UNITS = [
  ["year", 525_600 * MINUTE],
  ["month", 43_800 * MINUTE],
  ["week", 10_080 * MINUTE],
  ["day", 1440 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** Such as 5 minutes ago; a server's clock that is ahead of this one's is not told from now. */
export function agoInWords(at: Date, now: Date, language: string): string {
  const past = Math.max(0, now.getTime() - at.getTime());
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" });
  const [unit, size] = UNITS.find(([, size]) => past >= size) ?? ["second", Number.POSITIVE_INFINITY];
  return format.format(-Math.floor(past / size), unit);
}

/** On this device's clock. */
export function momentInWords(at: Date, language: string): string {
  const options = { calendar: "gregory", dateStyle: "full", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(localeOf(language), options).format(at);
}
