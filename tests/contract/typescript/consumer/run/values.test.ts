/** Texts that become ids, days and times. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { calendarDate, instant, isUuid, newId, uuid, wallClock } from "@todo/contract";

test("a new id is a UUIDv7 of this moment, and no two are equal", () => {
  const before = Date.now();
  const ids = Array.from({ length: 1000 }, newId);
  const after = Date.now();

  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const made = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
    assert.ok(before <= made && made <= after);
  }
});

test("an id is taken in either case and in no other form", () => {
  assert.ok(isUuid(newId().toUpperCase()));
  for (const text of ["", "7", `{${newId()}}`, newId().replaceAll("-", ""), `${newId()}\n`]) {
    assert.equal(isUuid(text), false);
    assert.throws(() => uuid(text), TypeError);
  }
});

test("a day is one that the calendar has", () => {
  assert.equal(calendarDate("2028-02-29"), "2028-02-29");
  for (const text of [
    "",
    "2026-02-29",
    "2026-13-01",
    "26-12-24",
    "2026-12-24T18:00",
    "24.12.2026",
    "2026-12-24\n",
  ]) {
    assert.throws(() => calendarDate(text), TypeError);
  }
});

test("a time on the wall has no zone", () => {
  for (const text of ["2026-12-24T18:00", "2026-12-24T18:00:00", "2026-12-24T23:59:59.123456"]) {
    assert.equal(wallClock(text), text);
  }
  for (const text of [
    "",
    "2026-12-24",
    "2026-12-24T18:00Z",
    "2026-02-30T18:00",
    "2026-12-24T24:00",
    "2026-12-24T18:00T",
  ]) {
    assert.throws(() => wallClock(text), TypeError);
  }
});

test("a Date is what the clock here shows, or an instant", () => {
  const newYear = new Date(2027, 0, 1, 0, 30);

  assert.equal(calendarDate(newYear), "2027-01-01");
  assert.equal(wallClock(newYear), "2027-01-01T00:30:00");
  assert.equal(new Date(instant(newYear)).getTime(), newYear.getTime());
  assert.throws(() => calendarDate(new Date(Number.NaN)), TypeError);
});
