import type { Conflict, Operation, ProblemCode } from "@todo/contract";
import { newId } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { en } from "../i18n/en.ts";
import { EMPTY } from "../store/state.ts";
import { aTask } from "../testing/documents.ts";
import { reasonOf, remedyOf } from "./refusal.ts";
import { nameOf, writtenIn } from "./written.ts";

const task = aTask({ title: "Water the tomatoes" });
const trashed = { ...task, deleted_at: task.created_at };

function refused(code: ProblemCode, operation: Operation): Conflict {
  const id = "id" in operation ? operation.id : newId();
  return { number: 1, id, operation, problem: { code, status: 409, detail: "Said by the server.", errors: [] } };
}

function holding(...tasks: (typeof task)[]): typeof EMPTY {
  return { ...EMPTY, tasks: new Map(tasks.map((each) => [each.id, each])) };
}

test("to try again is offered where it can help, after a restoration where that has to be first", () => {
  const edit: Operation = { op: "update_task", id: task.id, body: { notes: "Twice" } };

  assert.deepEqual(remedyOf(refused("in_trash", edit), holding(trashed)), { type: "restore", first: { op: "restore_task", id: task.id } });
  assert.deepEqual(remedyOf(refused("in_trash", edit), holding(task)), { type: "again" });
  assert.deepEqual(remedyOf(refused("stale_version", edit), holding(task)), { type: "again" });
  assert.deepEqual(remedyOf(refused("task_not_found", edit), holding()), { type: "none" });
  assert.deepEqual(remedyOf(refused("invalid_request", edit), holding(task)), { type: "none" });
});

test("what is below something in the trash needs that first", () => {
  const add: Operation = { op: "create_task", body: { title: "Fetch the can", parent_id: task.id } };

  assert.deepEqual(remedyOf(refused("in_trash", add), holding(trashed)), { type: "restore", first: { op: "restore_task", id: task.id } });
});

test("reasons are told in words of the app, or else in the server's", () => {
  const edit: Operation = { op: "update_task", id: task.id, body: {} };

  assert.equal(reasonOf(refused("in_trash", edit), en), en.refusals.inTrash);
  assert.equal(reasonOf(refused("invalid_request", edit), en), undefined);
});

test("all that was written is told, field by field, and what it was about", () => {
  const edit: Operation = { op: "update_task", id: task.id, body: { title: "Water them", notes: "Twice\na day", due: null, labels: ["garden", "home"] } };
  const conflict = refused("in_trash", edit);

  assert.equal(nameOf(conflict, holding(trashed)), "Water the tomatoes");
  assert.equal(nameOf(conflict, EMPTY), "Water them");
  assert.deepEqual(
    writtenIn(conflict, "2026-11-21" as never, "en", en).map(({ field, text }) => `${field}: ${text}`),
    ["Title: Water them", "Notes: Twice\na day", "Due: No date", "Labels: garden, home"],
  );
});
