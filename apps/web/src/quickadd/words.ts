import type { Priority } from "@todo/contract";

import type { Language } from "../i18n/language.ts";

/** What a language calls days and times; all in small letters and without accents. */
export interface Words {
  /** Days from today. */
  readonly days: Readonly<Record<string, number>>;
  /** Sunday first; each in all of its forms. */
  readonly weekdays: readonly (readonly string[])[];
  /** January first. */
  readonly months: readonly (readonly string[])[];
  /** “in 3 days”: what comes before the number, and its units in days. */
  readonly inWords: readonly string[];
  readonly units: Readonly<Record<string, number>>;
  readonly nextWeek: readonly string[];
  /** What may stand before a day or a time, and means nothing. */
  readonly fillers: readonly string[];
  /** Short forms that are words, too: a day only at the end of the line, after a filler, or before a time. */
  readonly ambiguous: readonly string[];
  readonly priorities: Readonly<Record<string, Priority>>;
}

const LEVELS: Readonly<Record<string, Priority>> = { 0: "none", 1: "low", 2: "medium", 3: "high", 4: "urgent" };

const english: Words = {
  days: { today: 0, tomorrow: 1, tmr: 1 },
  weekdays: [
    ["sunday", "sun"],
    ["monday", "mon"],
    ["tuesday", "tue", "tues"],
    ["wednesday", "wed"],
    ["thursday", "thu", "thurs"],
    ["friday", "fri"],
    ["saturday", "sat"],
  ],
  months: [
    ["january", "jan"],
    ["february", "feb"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sep", "sept"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ],
  inWords: ["in"],
  units: { day: 1, days: 1, week: 7, weeks: 7 },
  nextWeek: ["next week"],
  fillers: ["on", "at", "next", "by"],
  ambiguous: ["sun", "mon", "wed", "sat"],
  priorities: { ...LEVELS, none: "none", low: "low", medium: "medium", high: "high", urgent: "urgent" },
};

const arabic: Words = {
  days: { اليوم: 0, غدا: 1, "بعد غد": 2 },
  weekdays: [["الاحد"], ["الاثنين"], ["الثلاثاء"], ["الاربعاء"], ["الخميس"], ["الجمعة"], ["السبت"]],
  months: [
    ["يناير"],
    ["فبراير"],
    ["مارس"],
    ["ابريل"],
    ["مايو"],
    ["يونيو"],
    ["يوليو"],
    ["اغسطس"],
    ["سبتمبر"],
    ["اكتوبر"],
    ["نوفمبر"],
    ["ديسمبر"],
  ],
  inWords: ["خلال", "بعد"],
  units: { يوم: 1, ايام: 1, اسبوع: 7, اسابيع: 7 },
  nextWeek: ["الاسبوع القادم"],
  fillers: ["يوم", "الساعة", "في"],
  ambiguous: [],
  priorities: { ...LEVELS, منخفضة: "low", متوسطة: "medium", عالية: "high", عاجلة: "urgent" },
};

/** English is understood in every language: it is what examples on the web use. */
export function wordsOf(language: Language): readonly Words[] {
  return language === "ar" ? [arabic, english] : [english];
}
