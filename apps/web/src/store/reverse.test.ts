import { newId, type Operation } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { aProject, aTask, stateWith } from "../testing/documents.ts";
import { project } from "./projection.ts";
import { reverseOf } from "./reverse.ts";
import { byPosition, type State } from "./state.ts";

const AT = "2026-11-21T12:00:00.000Z";

function undone(state: State, operation: Operation & { readonly id: ReturnType<typeof newId> }): State {
  const there = project(state, [{ id: operation.id, operation, at: AT }]);
  assert.notDeepEqual(shown(there), shown(state), "it changes something");
  const back = reverseOf(operation, operation.id, state);
  return project(there, back.map((each) => ({ id: "id" in each ? each.id : newId(), operation: each, at: AT })));
}

/** What people see: not the stamps, and of positions only the order. */
function shown(state: State): unknown {
  return [...state.tasks.values()]
    .toSorted(byPosition)
    .map(({ id, title, status, priority, due, labels, parent_id, project_id, deleted_at }) => ({ id, title, status, priority, due, labels, parent_id, project_id, deleted_at }));
}

const parent = aTask({ title: "parent", position: "l01" });
const open = aTask({ title: "open", parent_id: parent.id, position: "l02" });
const done = aTask({ title: "done", parent_id: parent.id, position: "l03", status: "completed" });
const garden = aProject();
const state = stateWith({ projects: [garden], tasks: [parent, open, done, aTask({ title: "last", position: "l04" })] });

const WRITES: readonly (Operation & { readonly id: ReturnType<typeof newId> })[] = [
  { op: "complete_task", id: parent.id },
  { op: "reopen_task", id: done.id },
  { op: "trash_task", id: parent.id },
  { op: "update_task", id: parent.id, body: { title: "other", labels: ["home"], priority: "high" } },
  { op: "move_task", id: parent.id, body: { project_id: garden.id } },
];

for (const write of WRITES) {
  test(`${write.op} is taken back by writes when the API is out of reach`, () => {
    assert.deepEqual(shown(undone(state, write)), shown(state));
  });
}

test("a project comes back with its tasks", () => {
  const task = aTask({ project_id: garden.id });
  const full = stateWith({ projects: [garden], tasks: [task] });

  assert.deepEqual(undone(full, { op: "trash_project", id: garden.id }), full);
});
