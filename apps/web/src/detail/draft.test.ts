import assert from "node:assert/strict";
import { test } from "node:test";

import { adopted, bothOf, clashes } from "./draft.ts";

test("a draft clashes with what others made of the same text, and with nothing else", () => {
  const draft = { text: "Water them twice", base: "Water them" };

  assert.equal(clashes(draft, "Water them"), false);
  assert.equal(clashes(draft, "Water them twice"), false);
  assert.equal(clashes(draft, "Sow them"), true);
  assert.equal(clashes({ text: "Water them", base: "Water them" }, "Sow them"), false);
});

test("what was saved, or came before anything was typed, is what a draft goes on from", () => {
  const draft = { text: "Water them twice", base: "Water them" };

  assert.deepEqual(adopted(draft, "Water them twice"), { text: "Water them twice", base: "Water them twice" });
  assert.deepEqual(adopted({ text: "Water them", base: "Water them" }, "Sow them"), { text: "Sow them", base: "Sow them" });
  assert.equal(adopted(draft, "Sow them"), draft);
  assert.equal(adopted(draft, "Water them"), draft);
});

test("both texts are one below the other, unless one is empty", () => {
  assert.equal(bothOf("Sow them", "Water them"), "Sow them\n\n---\n\nWater them");
  assert.equal(bothOf(" ", "Water them"), "Water them");
});
