import { calendarDate, wallClock, type Due } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { ar } from "../i18n/ar.ts";
import { en } from "../i18n/en.ts";
import { addDays, addMonths, daysBetween, nextWeekday, weekendOf, weeksOf } from "./calendar.ts";
import { dayInWords, dueInWords } from "./format.ts";
import { isOverdue, whenOf } from "./when.ts";
import { instantOf, ownZone } from "./zones.ts";

const SATURDAY = calendarDate("2026-11-21");

test("days are counted over the ends of months, years and summer time", () => {
  assert.equal(addDays(calendarDate("2026-12-31"), 1), "2027-01-01");
  assert.equal(addDays(calendarDate("2026-10-25"), 1), "2026-10-26");
  assert.equal(daysBetween(calendarDate("2026-03-28"), calendarDate("2026-03-30")), 2);
  assert.equal(addMonths(calendarDate("2026-01-31"), 1), "2026-02-28");
  assert.equal(nextWeekday(SATURDAY, 6), "2026-11-28");
  assert.deepEqual(["2026-11-20", "2026-11-21", "2026-11-22"].map((day) => weekendOf(calendarDate(day))), [SATURDAY, SATURDAY, "2026-11-22"]);
});

test("a month is shown in whole weeks, from the language's first day on", () => {
  const weeks = weeksOf(SATURDAY, 1);

  assert.equal(weeks[0]?.[0], "2026-10-26");
  assert.equal(weeks.at(-1)?.[6], "2026-12-06");
  assert.ok(weeks.every((days) => days.length === 7));
});

test("a clock in a zone shows a moment, also where summer time begins and ends", () => {
  assert.equal(instantOf("2026-07-01T18:00:00", "Europe/Berlin"), Date.parse("2026-07-01T16:00:00Z"));
  assert.equal(instantOf("2026-12-24T18:00:00", "Asia/Kolkata"), Date.parse("2026-12-24T12:30:00Z"));
  assert.equal(instantOf("2026-10-25T02:30:00", "Europe/Berlin"), Date.parse("2026-10-25T00:30:00Z"));
  assert.equal(instantOf("2026-03-29T02:30:00", "Europe/Berlin"), Date.parse("2026-03-29T01:30:00Z"));
});

test("a date and a floating time are the same everywhere, a zoned one is where the user is", () => {
  const date: Due = { kind: "date", date: SATURDAY };
  const floating: Due = { kind: "floating", datetime: wallClock("2026-11-21T18:00:00") };
  const zoned: Due = { kind: "zoned", datetime: wallClock("2026-11-21T18:00:00"), timezone: ownZone() };

  assert.deepEqual(whenOf(date), { day: "2026-11-21", time: undefined });
  assert.deepEqual(whenOf(floating), { day: "2026-11-21", time: "18:00" });
  assert.deepEqual(whenOf(zoned), { day: "2026-11-21", time: "18:00" });
});

test("a day is late when it is over, a time at that minute", () => {
  const noon = new Date(2026, 10, 21, 12, 0);
  const at = (time: string): Due => ({ kind: "floating", datetime: wallClock(`2026-11-21T${time}:00`) });

  assert.equal(isOverdue({ kind: "date", date: SATURDAY }, noon), false);
  assert.equal(isOverdue({ kind: "date", date: addDays(SATURDAY, -1) }, noon), true);
  assert.deepEqual([isOverdue(at("11:59"), noon), isOverdue(at("12:01"), noon)], [true, false]);
});

test("near days have names, far ones their date, and other years are told", () => {
  const words = [0, 1, -1, 2, 33, 400].map((days) => dayInWords(addDays(SATURDAY, days), SATURDAY, "en", en));

  assert.deepEqual(words.slice(0, 4), ["Today", "Tomorrow", "Yesterday", "Monday"]);
  assert.match(words[4] ?? "", /Dec/);
  assert.match(words[5] ?? "", /2027/);
  assert.equal(dayInWords(addDays(SATURDAY, 1), SATURDAY, "ar", ar), "غدًا");
});

test("a time is told with its day", () => {
  const due: Due = { kind: "floating", datetime: wallClock("2026-11-22T17:00:00") };

  assert.match(dueInWords(due, SATURDAY, "en", en), /^Tomorrow (5:00\sPM|17:00)$/);
});
