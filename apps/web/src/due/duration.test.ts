import { calendarDate } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { ar } from "../i18n/ar.ts";
import { en } from "../i18n/en.ts";
import { addDays } from "./calendar.ts";
import { deadlineInWords } from "./deadline.ts";
import { durationInWords, durationOf } from "./duration.ts";

const SATURDAY = calendarDate("2026-11-21");

test("a duration is told in its largest units", () => {
  assert.deepEqual(
    [45, 60, 90, 1500].map((minutes) => durationInWords(minutes, "en", "narrow")),
    ["45m", "1h", "1h 30m", "1d 1h"],
  );
  assert.equal(durationInWords(90, "en", "long"), "1 hour, 30 minutes");
  assert.equal(durationInWords(90, "ar", "long"), "ساعة و30 دقيقة");
});

test("a duration is understood as people write it", () => {
  const meant: Readonly<Record<string, number>> = {
    "45": 45,
    "90 min": 90,
    "1:30": 90,
    "1h": 60,
    "1h30": 90,
    "2h 15m": 135,
    "1.5 hours": 90,
    "1,5h": 90,
    "1 Hour, 30 Minutes": 90,
    "2d": 2880,
    "٤٥": 45,
    "2 س": 120,
    "2 ساعة و15 دقيقة": 135,
  };
  for (const [text, minutes] of Object.entries(meant)) {
    assert.equal(durationOf(text), minutes, text);
  }
});

test("what is no duration, or none that the API takes, is not guessed at", () => {
  for (const text of ["", "0", "soon", "1:75", "1.2.3h", "-5", "366d", "30 m 2 h"]) assert.equal(durationOf(text), undefined, text);
});

test("what is told of a duration is understood again", () => {
  for (const language of ["en", "ar"]) {
    for (const minutes of [5, 45, 180, 195, 690]) {
      assert.equal(durationOf(durationInWords(minutes, language, "narrow")), minutes, language);
    }
  }
});

test("a deadline is told by the days that are left, and by its date if it is far away", () => {
  const words = [-2, -1, 0, 1, 14].map((days) => deadlineInWords(addDays(SATURDAY, days), SATURDAY, "en", en));

  assert.deepEqual(words, ["2 days late", "1 day late", "Today", "1 day left", "14 days left"]);
  assert.match(deadlineInWords(addDays(SATURDAY, 15), SATURDAY, "en", en), /Dec/);
  assert.equal(deadlineInWords(addDays(SATURDAY, 2), SATURDAY, "ar", ar), "بقي يومان");
});
