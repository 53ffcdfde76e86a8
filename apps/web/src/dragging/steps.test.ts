import { newId } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { beside, stepped, stepsOf } from "./steps.ts";

const [a, b, c] = [newId(), newId(), newId()];
const ids = [a, b, c];
const PLAIN = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test("a step goes beside another one, unless that is where it is", () => {
  assert.deepEqual(beside(ids, a, c, "after"), { place: { after: c }, to: 3, of: 3 });
  assert.deepEqual(beside(ids, a, c, "before"), { place: { before: c }, to: 2, of: 3 });
  assert.deepEqual(beside(ids, c, a, "before"), { place: { before: a }, to: 1, of: 3 });
  for (const same of [beside(ids, b, a, "after"), beside(ids, b, c, "before"), beside(ids, b, b, "after")]) {
    assert.equal(same, undefined);
  }
  assert.equal(beside(ids, a, newId(), "after"), undefined);
});

test("up and down end at the ends", () => {
  assert.deepEqual(stepped(ids, b, -1), { place: { before: a }, to: 1, of: 3 });
  assert.deepEqual(stepped(ids, b, 1), { place: { after: c }, to: 3, of: 3 });
  assert.deepEqual([stepped(ids, a, -1), stepped(ids, c, 1), stepped(ids, newId(), 1)], [undefined, undefined, undefined]);
});

test("Alt and an arrow are a step, and nothing else is", () => {
  const steps = (key: string, keys: object = {}): number => stepsOf({ ...PLAIN, altKey: true, key, ...keys });

  assert.deepEqual([steps("ArrowUp"), steps("ArrowDown"), steps("ArrowLeft")], [-1, 1, 0]);
  assert.deepEqual([steps("ArrowUp", { altKey: false }), steps("ArrowUp", { ctrlKey: true })], [0, 0]);
});
