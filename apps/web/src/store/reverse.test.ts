import { newId, type Operation } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { aProject, aSection, aTask, stateWith } from "../testing/documents.ts";
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

const STAMPS = new Set(["position", "version", "updated_at", "completed_at"]);

/** What people see: not the stamps, and of positions only the order. */
function shown({ tasks, projects, sections }: State): unknown {
  return [tasks, projects, sections].map((table) => {
    const rows = [...table.values()].toSorted(byPosition);
    return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !STAMPS.has(name))));
  });
}

const parent = aTask({ title: "parent", position: "l01" });
const open = aTask({ title: "open", parent_id: parent.id, position: "l02" });
const done = aTask({ title: "done", parent_id: parent.id, position: "l03", status: "completed" });
const [garden, office] = [aProject({ position: "l02" }), aProject({ position: "l03" })];
const [spring, autumn] = [aSection({ project_id: garden.id }), aSection({ project_id: garden.id, position: "l02" })];
const state = stateWith({ projects: [garden, office], sections: [spring, autumn], tasks: [parent, open, done, aTask({ title: "last", position: "l04" })] });

const WRITES: readonly (Operation & { readonly id: ReturnType<typeof newId> })[] = [
  { op: "complete_task", id: parent.id },
  { op: "reopen_task", id: done.id },
  { op: "trash_task", id: parent.id },
  { op: "update_task", id: parent.id, body: { title: "other", labels: ["home"], priority: "high" } },
  { op: "move_task", id: parent.id, body: { project_id: garden.id } },
  { op: "update_project", id: garden.id, body: { archived: true, name: "Orchard" } },
  { op: "move_project", id: garden.id, body: { after: office.id } },
  { op: "update_section", id: spring.id, body: { name: "Summer" } },
  { op: "move_section", id: autumn.id, body: { before: spring.id } },
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
