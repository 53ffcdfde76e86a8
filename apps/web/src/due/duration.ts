import { localeOf } from "./format.ts";

const UNITS = { day: 1440, hour: 60, minute: 1 } as const;
/** As the API has it: a year. */
const LONGEST = 525_600;

const told = new Map<string, string>();

/** Such as 1h 30m, or 1 hour, 30 minutes; made once, as rows scroll by faster than formats are made. */
export function durationInWords(minutes: number, language: string, width: "narrow" | "long"): string {
  const key = `${language} ${width} ${minutes}`;
  const words = told.get(key) ?? wordsOf(minutes, localeOf(language), width);
  told.set(key, words);
  return words;
}

function wordsOf(minutes: number, locale: string, width: "narrow" | "long"): string {
  let rest = minutes;
  const parts = Object.entries(UNITS).flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest %= size;
    return count === 0 ? [] : new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: width }).format(count);
  });
  return new Intl.ListFormat(locale, { type: "unit", style: width }).format(parts);
}

const CLOCK = /^(?<hours>\d+):(?<minutes>[0-5]\d)$/;
const NAMED = /^(?:(?<days>[\d.]+)\s*[dي]\p{L}*)?(?:(?<hours>[\d.]+)\s*[hس]\p{L}*)?(?:(?<minutes>\d+)\s*(?:[mد]\p{L}*)?)?$/u;

/** The minutes that are meant by 45, 1:30, 1.5h, 2h 15m, 1 day, with either way of writing; undefined if none are. */
export function durationOf(text: string): number | undefined {
  const plain = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/(?<=\d),(?=\d)/g, ".")
    .replace(/[,،]/g, " ")
    .toLowerCase()
    .replace(/(?<=\p{L})\s+و?\s*(?=\d)/gu, "")
    .trim();
  const { days = "0", hours = "0", minutes = "0" } = (CLOCK.exec(plain) ?? NAMED.exec(plain))?.groups ?? {};
  const all = Math.round(Number(days) * UNITS.day + Number(hours) * UNITS.hour + Number(minutes));
  return all >= 1 && all <= LONGEST ? all : undefined;
}
