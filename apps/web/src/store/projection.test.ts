import { instant, newId, type LabelRead, type Operation, type TaskRead, type Uuid } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { aProject, aSection, aTask, INBOX, stateWith } from "../testing/documents.ts";
import { project } from "./projection.ts";
import { byPosition, type State } from "./state.ts";

const AT = "2026-11-21T12:00:00.000Z";

function after(state: State, ...operations: Operation[]): State {
  const writes = operations.map((operation) => {
    const id = "id" in operation ? operation.id : operation.body.id;
    assert.ok(id);
    return { id, operation, at: AT };
  });
  return project(state, writes);
}

function titles(state: State): string[] {
  return [...state.tasks.values()].toSorted(byPosition).map(({ title }) => title);
}

function row(state: State, { id }: { readonly id: Uuid }): TaskRead {
  const task = state.tasks.get(id);
  assert.ok(task);
  return task;
}

test("a new task stands at the end of the inbox", () => {
  const state = after(stateWith({ tasks: [aTask({ title: "first" })] }), {
    op: "create_task",
    body: { id: newId(), title: "second" },
  });

  assert.deepEqual(titles(state), ["first", "second"]);
  assert.ok([...state.tasks.values()].every(({ project_id }) => project_id === INBOX));
});

test("tasks that are added together, or moved to an end, keep their order whatever their ids are", () => {
  const titled = ["one", "two", "three", "four", "five"];
  const state = after(stateWith({}), ...titled.map((title): Operation => ({ op: "create_task", body: { id: newId(), title } })));
  assert.deepEqual(titles(state), titled);

  const ids = new Map([...state.tasks.values()].map(({ id, title }) => [title, id]));
  const back = titled.toReversed();
  const moved = after(state, ...back.map((title): Operation => ({ op: "move_task", id: ids.get(title) as Uuid, body: { project_id: INBOX } })));
  assert.deepEqual(titles(moved), back);
});

test("the narrowest place decides where a new task goes", () => {
  const garden = aProject();
  const section = aSection({ project_id: garden.id });
  const parent = aTask({ project_id: garden.id, section_id: section.id });
  const state = stateWith({ projects: [garden], sections: [section], tasks: [parent] });
  const id = newId();

  const created = after(state, { op: "create_task", body: { id, title: "x", parent_id: parent.id, project_id: INBOX } });

  const { project_id, section_id, parent_id } = row(created, { id });
  assert.deepEqual({ project_id, section_id, parent_id }, { project_id: garden.id, section_id: section.id, parent_id: parent.id });
});

test("what is left out of a change stays, and null clears", () => {
  const task = aTask({ due: { kind: "date", date: "2026-12-24" as never }, labels: ["home"] });

  const changed = row(after(stateWith({ tasks: [task] }), { op: "update_task", id: task.id, body: { due: null, title: "y" } }), task);

  assert.deepEqual([changed.title, changed.due, changed.labels], ["y", null, ["home"]]);
});

test("completing completes what is open below, and reopening only the one", () => {
  const parent = aTask();
  const child = aTask({ parent_id: parent.id });
  const grandchild = aTask({ parent_id: child.id });
  const state = stateWith({ tasks: [grandchild, child, parent] });

  const completed = after(state, { op: "complete_task", id: parent.id });
  const reopened = after(completed, { op: "reopen_task", id: parent.id });

  assert.ok([...completed.tasks.values()].every(({ status }) => status === "completed"));
  assert.deepEqual([parent, child, grandchild].map((each) => row(reopened, each).status), ["open", "completed", "completed"]);
});

test("a task is moved between its new neighbours, with what is below it", () => {
  const garden = aProject();
  const [one, two] = [aTask({ title: "1", project_id: garden.id, position: "l01" }), aTask({ title: "2", project_id: garden.id, position: "l02" })];
  const task = aTask({ title: "moved" });
  const child = aTask({ title: "child", parent_id: task.id });
  const state = stateWith({ projects: [garden], tasks: [one, two, task, child] });

  const moved = after(state, { op: "move_task", id: task.id, body: { project_id: garden.id, after: one.id } });

  const top = [...moved.tasks.values()].filter(({ parent_id }) => parent_id === null).toSorted(byPosition);
  assert.deepEqual(top.map(({ title }) => title), ["1", "moved", "2"]);
  assert.equal(row(moved, child).project_id, garden.id);
});

test("there is always a place in front, in between and behind", () => {
  const tasks = ["l01", "l02", "l03"].map((position, index) => aTask({ title: String(index), position }));
  const [first, second, third] = tasks as [TaskRead, TaskRead, TaskRead];
  const state = stateWith({ tasks });
  const place = (body: object): string[] => titles(after(state, { op: "move_task", id: third.id, body }));

  assert.deepEqual(place({ before: first.id }), ["2", "0", "1"]);
  assert.deepEqual(place({ after: first.id }), ["0", "2", "1"]);
  assert.deepEqual(place({ before: second.id }), ["0", "2", "1"]);
  assert.deepEqual(place({}), ["0", "1", "2"]);
});

test("nothing is moved below itself", () => {
  const parent = aTask();
  const child = aTask({ parent_id: parent.id });
  const state = stateWith({ tasks: [parent, child] });

  assert.deepEqual(after(state, { op: "move_task", id: parent.id, body: { parent_id: child.id } }), state);
});

test("what went to the trash together comes back together, and what was there before stays", () => {
  const parent = aTask();
  const child = aTask({ parent_id: parent.id });
  const earlier = aTask({ parent_id: parent.id, deleted_at: instant(new Date(0)) });
  const trashed = after(stateWith({ tasks: [parent, child, earlier] }), { op: "trash_task", id: parent.id });

  const restored = after(trashed, { op: "restore_task", id: parent.id });

  assert.equal(row(trashed, child).deleted_at, AT);
  assert.deepEqual([parent, child].map((each) => row(restored, each).deleted_at), [null, null]);
  assert.equal(row(restored, earlier).deleted_at, earlier.deleted_at);
});

test("a task of a project in the trash comes back to the inbox", () => {
  const garden = aProject();
  const task = aTask({ project_id: garden.id });
  const state = stateWith({ projects: [garden], tasks: [task] });

  const trashed = after(state, { op: "trash_project", id: garden.id });
  const restored = after(trashed, { op: "restore_task", id: task.id });

  assert.equal(row(trashed, task).deleted_at, AT);
  assert.equal(row(restored, task).project_id, INBOX);
  assert.deepEqual(after(trashed, { op: "restore_project", id: garden.id }), state);
});

test("an archived project keeps its place and its tasks", () => {
  const [garden, office] = [aProject(), aProject({ position: "l02" })];
  const task = aTask({ project_id: garden.id });
  const state = stateWith({ projects: [garden, office], tasks: [task] });

  const archived = after(state, { op: "update_project", id: garden.id, body: { archived: true } });

  assert.deepEqual(archived.projects.get(garden.id), { ...garden, archived: true, updated_at: AT });
  assert.deepEqual([archived.projects.get(office.id), row(archived, task)], [office, task]);
});

test("purging takes what is below along", () => {
  const parent = aTask({ deleted_at: instant(new Date(0)) });
  const state = stateWith({ tasks: [parent, aTask({ parent_id: parent.id, deleted_at: parent.deleted_at })] });

  assert.equal(after(state, { op: "purge_task", id: parent.id }).tasks.size, 0);
});

test("deleting a section keeps its tasks", () => {
  const garden = aProject();
  const section = aSection({ project_id: garden.id });
  const task = aTask({ project_id: garden.id, section_id: section.id });
  const state = stateWith({ projects: [garden], sections: [section], tasks: [task] });

  const deleted = after(state, { op: "delete_section", id: section.id });

  assert.equal(deleted.sections.size, 0);
  assert.deepEqual([row(deleted, task).section_id, row(deleted, task).deleted_at], [null, null]);
});

test("a label's new name is on every task, and its deletion takes it off, however it is written", () => {
  const task = aTask({ labels: ["Home", "urgent"] });
  const label = { id: newId(), name: "home", color: null, position: "l01", version: 1, created_at: task.created_at, updated_at: task.created_at } satisfies LabelRead;
  const state = { ...stateWith({ tasks: [task] }), labels: new Map([[label.id, label]]) };

  const renamed = after(state, { op: "update_label", id: label.id, body: { name: "house" } });
  const deleted = after(state, { op: "delete_label", id: label.id });

  assert.deepEqual(row(renamed, task).labels, ["house", "urgent"]);
  assert.deepEqual(row(deleted, task).labels, ["urgent"]);
});

test("a later write sees what an earlier one did", () => {
  const [garden, task] = [newId(), newId()];

  const state = after(
    stateWith({}),
    { op: "create_project", body: { id: garden, name: "Garden" } },
    { op: "create_task", body: { id: task, title: "Weed", project_id: garden } },
    { op: "complete_task", id: task },
  );

  assert.deepEqual([row(state, { id: task }).project_id, row(state, { id: task }).status], [garden, "completed"]);
});

test("a write to what is gone changes nothing, and no state is changed in place", () => {
  const state = stateWith({ tasks: [aTask()] });
  const before = structuredClone(state);

  const same = after(
    state,
    { op: "update_task", id: newId(), body: { title: "y" } },
    { op: "complete_task", id: newId() },
    { op: "move_task", id: newId(), body: {} },
    { op: "update_label", id: newId(), body: { name: "y" } },
  );
  after(state, { op: "create_task", body: { id: newId(), title: "z" } });

  assert.deepEqual(same, before);
  assert.deepEqual(state, before);
});
