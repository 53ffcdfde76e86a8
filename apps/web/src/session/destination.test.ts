import assert from "node:assert/strict";
import { test } from "node:test";

import { destinationOf } from "./destination.ts";

for (const place of ["/today", "/label?name=a%20b", "/project/0197?task=0198#notes", "/sign-language"]) {
  test(`one gets to ${place}`, () => assert.equal(destinationOf(place), place));
}

const ELSEWHERE = [
  "https://example.org/today",
  "//example.org/today",
  "/\\example.org",
  "/\t/example.org",
  "/..//example.org",
  "/.//example.org",
  "javascript:alert(1)",
  "today",
  "",
  "/sign-in?to=/today",
  "/sign-up",
  undefined,
  ["/today"],
];
for (const wish of ELSEWHERE) {
  test(`one does not get to ${JSON.stringify(wish)}`, () => assert.equal(destinationOf(wish), undefined));
}
