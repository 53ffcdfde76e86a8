import assert from "node:assert/strict";
import { test } from "node:test";

import { keyCommand } from "../tasks/list-keys.ts";
import { shortcutReader } from "./shortcuts.ts";

const PLAIN = { code: "", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test("G and a letter go somewhere, if the letter follows soon", () => {
  let now = 0;
  const read = shortcutReader(() => now);
  const press = (key: string) => read({ ...PLAIN, key });

  assert.deepEqual([press("g"), press("t")], ["began", "today"]);
  assert.deepEqual([press("g"), press("x"), press("t")], ["began", undefined, undefined]);
  press("g");
  now = 2000;
  assert.equal(press("t"), undefined);
});

test("single keys ask for one thing each, and the browser's own keys stay the browser's", () => {
  const read = shortcutReader(() => 0);

  assert.deepEqual(["q", "/", "?", "u"].map((key) => read({ ...PLAIN, key })), ["quickAdd", "search", "help", "undo"]);
  assert.equal(read({ ...PLAIN, key: "q", ctrlKey: true }), undefined);
  assert.equal(read({ ...PLAIN, key: "k", metaKey: true }), "search");
  assert.equal(read({ ...PLAIN, key: "q", altKey: true }), undefined);
});

test("the keys of a list", () => {
  assert.deepEqual(keyCommand({ ...PLAIN, key: "ArrowDown" }), { type: "go", steps: 1, extend: false });
  assert.deepEqual(keyCommand({ ...PLAIN, key: "ArrowUp", shiftKey: true }), { type: "go", steps: -1, extend: true });
  assert.deepEqual(keyCommand({ ...PLAIN, key: "ArrowUp", altKey: true }), { type: "reorder", steps: -1 });
  const indents = (direction: string) => ["ArrowRight", "ArrowLeft"].map((key) => keyCommand({ ...PLAIN, key, altKey: true }, direction)?.type);
  assert.deepEqual([indents("ltr"), indents("rtl")], [["indent", "outdent"], ["outdent", "indent"]]);
  assert.deepEqual(keyCommand({ ...PLAIN, key: "a", ctrlKey: true }), { type: "selectAll" });
  assert.deepEqual(keyCommand({ ...PLAIN, key: "4" }), { type: "priority", priority: "urgent" });
  assert.deepEqual(keyCommand({ ...PLAIN, key: "t" }), { type: "pick", kind: "due" });
  assert.equal(keyCommand({ ...PLAIN, key: "c", ctrlKey: true }), undefined);
  assert.equal(keyCommand({ ...PLAIN, key: "q" }), undefined);
});

test("Caps Lock changes no shortcut, and Shift does", () => {
  const read = shortcutReader(() => 0);

  assert.equal(read({ ...PLAIN, key: "Q", code: "KeyQ" }), "quickAdd");
  assert.equal(read({ ...PLAIN, key: "Q", code: "KeyQ", shiftKey: true }), undefined);
  assert.equal(read({ ...PLAIN, key: "q", code: "KeyQ", shiftKey: true }), undefined);
  assert.equal(read({ ...PLAIN, key: "Z", code: "KeyZ", ctrlKey: true }), "undo");
  assert.equal(read({ ...PLAIN, key: "Z", code: "KeyZ", ctrlKey: true, shiftKey: true }), undefined);
  assert.deepEqual(keyCommand({ ...PLAIN, key: "E", code: "KeyE" }), { type: "complete" });
  assert.equal(keyCommand({ ...PLAIN, key: "E", code: "KeyE", shiftKey: true }), undefined);
});

test("a keyboard that writes Arabic has the shortcuts where a Latin one has them", () => {
  const read = shortcutReader(() => 0);

  assert.equal(read({ ...PLAIN, key: "ض", code: "KeyQ" }), "quickAdd");
  assert.deepEqual([read({ ...PLAIN, key: "ل", code: "KeyG" }), read({ ...PLAIN, key: "ف", code: "KeyT" })], ["began", "today"]);
  assert.equal(read({ ...PLAIN, key: "ظ", code: "Slash" }), "search");
  assert.equal(read({ ...PLAIN, key: "؟", code: "Slash", shiftKey: true }), "help");
  assert.equal(read({ ...PLAIN, key: "ئ", code: "KeyZ", ctrlKey: true }), "undo");
  assert.deepEqual(keyCommand({ ...PLAIN, key: "ث", code: "KeyE" }), { type: "complete" });
  assert.deepEqual(keyCommand({ ...PLAIN, key: "ش", code: "KeyA", ctrlKey: true }), { type: "selectAll" });
  assert.deepEqual(keyCommand({ ...PLAIN, key: "٤", code: "Digit4" }), { type: "priority", priority: "urgent" });
});

test("a Latin keyboard of another kind keeps its own letters", () => {
  assert.equal(keyCommand({ ...PLAIN, key: "é", code: "Digit2" }), undefined);
  assert.deepEqual(keyCommand({ ...PLAIN, key: "e", code: "KeyD" }), { type: "complete" });
});
