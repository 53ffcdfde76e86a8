import assert from "node:assert/strict";
import { test } from "node:test";

import { ar } from "./ar.ts";
import { en } from "./en.ts";

/** Every text by its path; those that count are asked for numbers of every form that any language has. */
function textsOf(messages: object, path = ""): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [key, value] of Object.entries(messages)) {
    const name = `${path}/${key}`;
    if (typeof value === "string") texts.set(name, [value]);
    else if (typeof value === "function") texts.set(name, [0, 1, 2, 3, 11, 100].map((count) => String(value(count, 12))));
    else for (const [inner, text] of textsOf(value, name)) texts.set(inner, text);
  }
  return texts;
}

test("both languages have the same texts, and none is empty", () => {
  const [english, arabic] = [textsOf(en), textsOf(ar)];

  assert.deepEqual([...arabic.keys()].toSorted(), [...english.keys()].toSorted());
  for (const texts of [english, arabic]) {
    for (const [key, values] of texts) assert.ok(values.every((value) => value.trim() !== "" && !value.includes("undefined")), key);
  }
});

test("nothing was left in English", () => {
  const english = textsOf(en);
  const same = [...textsOf(ar)].filter(([key, texts]) => texts[0] === english.get(key)?.[0]).map(([key]) => key);

  assert.deepEqual(same, []);
});

test("Arabic has its forms for one, two, few and many", () => {
  assert.equal(new Set([1, 2, 3, 11].map(ar.openTasks)).size, 4);
  assert.deepEqual([en.openTasks(1), en.openTasks(2)], ["1 open task", "2 open tasks"]);
});
