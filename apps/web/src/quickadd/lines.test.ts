import assert from "node:assert/strict";
import { test } from "node:test";

import { lengthToTell, linesOf, spliced } from "./lines.ts";

test("a title's length is told when it comes near to what is allowed, in letters and not in bytes", () => {
  assert.equal(lengthToTell("x".repeat(450)), undefined);
  assert.equal(lengthToTell("x".repeat(451)), 451);
  assert.equal(lengthToTell("🍅".repeat(501)), 501);
});

test("lines that are pasted lose the marks of a list, and empty ones are none", () => {
  assert.deepEqual(linesOf("- Apples\r\n\n* [ ] Bananas\n• Cherries\n  Dates - dried "), ["Apples", "Bananas", "Cherries", "Dates - dried"]);
  assert.deepEqual(linesOf("one line\n"), ["one line"]);
});

test("what is pasted takes the place of what is selected", () => {
  assert.equal(spliced("Buy apples today", [4, 10], "pears"), "Buy pears today");
});
