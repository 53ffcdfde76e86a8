import assert from "node:assert/strict";
import { test } from "node:test";

import { aProject, aSection } from "../testing/documents.ts";
import { understand, type Part, type Understood } from "./parse.ts";
import { wordsOf } from "./words.ts";

const garden = aProject({ name: "Garden" });
const office = aProject({ name: "Home office" });
const desk = aSection({ name: "Desk", project_id: office.id });
/** A Saturday. */
const NOW = new Date(2026, 10, 21, 12, 30);

function read(line: string, language: "en" | "ar" = "en", ...plain: readonly Part[]): Understood {
  return understand(line, {
    now: NOW,
    projects: [aProject({ name: "Home" }), garden, office],
    sectionsOf: ({ id }) => (id === office.id ? [desk] : []),
    words: wordsOf(language),
    plain: new Set(plain),
  });
}

test("one line says everything", () => {
  const { title, project, labels, priority, due } = read("Water the tomatoes tomorrow 17:00 #Garden @home !high");

  assert.equal(title, "Water the tomatoes");
  assert.equal(project, garden);
  assert.deepEqual(labels, ["home"]);
  assert.equal(priority, "high");
  assert.deepEqual(due, { kind: "floating", datetime: "2026-11-22T17:00:00" });
});

test("what says nothing else is the title, as it was written", () => {
  for (const line of ["Buy milk", "Read chapter 12", "#unknown stays", "mail @ noon", "Wow! !!", "May I come in", "Sat on the bench", "Buy sun cream for Tom", "Read chapter 3.1.", "version 1.2.3", "a@example.com"]) {
    const { title, project, labels, priority, due } = read(line);
    assert.deepEqual([title, project, labels, priority, due], [line, undefined, [], undefined, undefined], line);
  }
});

test("names of projects may have spaces, the longest is meant, and sections follow on a slash", () => {
  assert.deepEqual([read("#home office tidy").project, read("#home office tidy").title], [office, "tidy"]);
  assert.equal(read("tidy #Home office/Desk").section, desk);
  assert.equal(read("paint #GARDEN").project, garden);
});

test("a sign in the name of a project is the project's", () => {
  const shed = aProject({ name: "Shed @home" });
  const { project, labels, title } = understand("#Shed @home paint", {
    now: NOW,
    projects: [shed],
    sectionsOf: () => [],
    words: wordsOf("en"),
    plain: new Set(),
  });

  assert.deepEqual([project, labels, title], [shed, [], "paint"]);
});

const DAYS: Readonly<Record<string, string>> = {
  today: "2026-11-21",
  tomorrow: "2026-11-22",
  monday: "2026-11-23",
  saturday: "2026-11-28",
  "next week": "2026-11-23",
  "next friday": "2026-11-27",
  "in 3 days": "2026-11-24",
  "in 2 weeks": "2026-12-05",
  "24 dec": "2026-12-24",
  "December 24th": "2026-12-24",
  "on 3 jan": "2027-01-03",
  "2026-12-31": "2026-12-31",
  "24.12.2027": "2027-12-24",
};

for (const [words, date] of Object.entries(DAYS)) {
  test(`“${words}” is ${date}`, () => {
    const { title, due } = read(`Call ${words} grandma`);
    assert.deepEqual([title, due], ["Call grandma", { kind: "date", date }]);
  });
}

test("what was not meant stays in the title", () => {
  const line = "Read May 5 about the @home !high #Garden";
  for (const [part, title] of [
    ["due", "Read May 5 about the"],
    ["labels", "Read about the @home"],
    ["priority", "Read about the !high"],
    ["place", "Read about the #Garden"],
  ] as const) {
    assert.equal(read(line, "en", part).title, title);
  }
});

test("a project that there is not could be made, under a name", () => {
  assert.deepEqual([read("Weed #Orchard").unknown, read("Weed #Orchard").title], ["Orchard", "Weed #Orchard"]);
  for (const line of ["Weed #Garden", "Mend #12", "C# notes"]) assert.equal(read(line).unknown, undefined, line);
  assert.equal(read("Weed #Orchard", "en", "place").unknown, undefined);
});

test("short forms that are words, too, are days where nothing else could be meant", () => {
  for (const line of ["Call grandma sat", "Call on sat grandma", "Call grandma sat @home"]) {
    const { title, due } = read(line);
    assert.deepEqual([title, due], ["Call grandma", { kind: "date", date: "2026-11-28" }], line);
  }
  assert.deepEqual(read("Call sat 10:00 grandma").due, { kind: "floating", datetime: "2026-11-28T10:00:00" });
});

test("times are of today, or of tomorrow if they have passed", () => {
  assert.deepEqual(read("Call 17:00").due, { kind: "floating", datetime: "2026-11-21T17:00:00" });
  assert.deepEqual(read("Call at 9am").due, { kind: "floating", datetime: "2026-11-22T09:00:00" });
  assert.deepEqual(read("Call 5:30 pm").due, { kind: "floating", datetime: "2026-11-21T17:30:00" });
  assert.deepEqual(read("Call 12am tomorrow").due, { kind: "floating", datetime: "2026-11-22T00:00:00" });
  assert.equal(read("Call 25:00").due, undefined);
});

test("what the API would refuse is left in the title", () => {
  assert.deepEqual([read("Read 0026-12-24").due, read(`x @${"y".repeat(101)}`).labels], [undefined, []]);
});

test("days that no calendar has are words", () => {
  assert.deepEqual([read("Pay 31.2.").title, read("Pay 31.2.").due], ["Pay 31.2.", undefined]);
});

test("Arabic is understood, with its digits and its forms of alif", () => {
  const { title, due, priority } = read("اتصل بالجدة غدًا الساعة ١٧:٠٠ !عالية", "ar");

  assert.deepEqual([title, priority], ["اتصل بالجدة", "high"]);
  assert.deepEqual(due, { kind: "floating", datetime: "2026-11-22T17:00:00" });
  assert.deepEqual(read("اجتماع يوم الأحد", "ar").due, { kind: "date", date: "2026-11-22" });
});
