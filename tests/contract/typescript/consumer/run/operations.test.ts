/** Every operation of the document that a user has is a method of the client, and works. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { newId, type ExportLine } from "@todo/contract";
import document from "@todo/contract/openapi.json" with { type: "json" };

import { bob } from "./person.ts";

const requested: string[] = [];
const todo = bob({
  fetch: (request) => (requested.push(`${request.method} ${new URL(request.url).pathname}`), fetch(request)),
});

test("the account", async () => {
  const account = await todo.account.get();

  assert.equal(
    (await todo.account.update({ timezone: "Asia/Tokyo" }, { ifMatch: account })).timezone,
    "Asia/Tokyo",
  );
});

test("projects", async () => {
  const first = await todo.projects.create({ id: newId(), name: "Garden", color: "#2e8b57" });
  const last = await todo.projects.create({ name: "House" });

  assert.equal((await todo.projects.update(last.id, { archived: true })).archived, true);
  assert.ok((await todo.projects.move(last.id, { before: first.id })).position < first.position);
  await todo.projects.trash(first.id);
  assert.equal((await todo.projects.get(first.id)).deleted_at === null, false);
  assert.equal((await todo.projects.restore(first.id)).deleted_at, null);
  assert.deepEqual(
    (await todo.projects.list({ archived: true })).items.map(({ id }) => id),
    [last.id],
  );
});

test("sections", async () => {
  const { inbox_id: project_id } = await todo.account.get();
  const first = await todo.sections.create({ project_id, name: "Sooner" });
  const last = await todo.sections.create({ project_id, name: "Later" });

  assert.equal((await todo.sections.update(last.id, { name: "Much later" })).name, "Much later");
  await todo.sections.move(first.id, { after: last.id });
  assert.deepEqual(
    (await todo.sections.list({ project_id })).items.map(({ id }) => id),
    [last.id, first.id],
  );
  await todo.sections.delete(first.id);
  assert.equal((await todo.sections.get(last.id)).project_id, project_id);
});

test("labels", async () => {
  const first = await todo.labels.create({ name: "errand" });
  const last = await todo.labels.create({ name: "calls" });

  assert.equal((await todo.labels.update(last.id, { color: null })).color, null);
  await todo.labels.move(first.id, { after: last.id });
  assert.deepEqual(
    (await todo.labels.list()).items.map(({ id }) => id),
    [last.id, first.id],
  );
  await todo.labels.delete(first.id);
  assert.equal((await todo.labels.get(last.id)).name, "calls");
});

test("tasks and the trash", async () => {
  const task = await todo.tasks.create({ title: "Weed" });
  const subtask = await todo.tasks.create({ title: "The beds", parent_id: task.id });

  await todo.tasks.complete(subtask.id);
  await todo.tasks.reopen(subtask.id);
  assert.equal((await todo.tasks.update(subtask.id, { notes: "**All** of them" })).parent_id, task.id);
  const moved = await todo.tasks.move(subtask.id, { project_id: task.project_id, before: task.id });
  assert.deepEqual(moved, await todo.tasks.get(subtask.id));
  assert.deepEqual(
    (await todo.tasks.list()).items.map(({ id }) => id),
    [subtask.id, task.id],
  );
  await todo.tasks.trash(task.id);
  await todo.tasks.restore(task.id);
  await todo.tasks.trash(task.id);
  await todo.trash.purge(task.id);
  await todo.trash.empty();
});

test("what happened, and taking it back", async () => {
  const project = await todo.projects.create({ name: "Shed" });
  const task = await todo.tasks.create({ title: "Tidy", project_id: project.id });
  await todo.tasks.update(task.id, { title: "Tidy up" });
  const [update] = (await todo.tasks.activity(task.id).list({ limit: 1 })).items;
  assert.ok(update);
  assert.deepEqual((await todo.activity.list({ limit: 1 })).items, [update]);

  const undone = await todo.changes.undo({ change_ids: [update.change_id] });
  assert.equal((await todo.tasks.get(task.id)).title, "Tidy");
  await todo.changes.undo(undone);
  assert.equal((await todo.tasks.get(task.id)).title, "Tidy up");
});

test("the feed, and the same live", async () => {
  let page = await todo.changes.list();
  while (page.has_more) page = await todo.changes.list({ after: page.next_cursor });
  const { id } = await todo.tasks.create({ title: "Listen" });

  for await (const event of todo.changes.live(page.next_cursor)) {
    if (event.type !== "changes") continue;
    assert.deepEqual(
      event.page.items.map((item) => item.id),
      [id],
    );
    break;
  }
});

test("many writes at once", async () => {
  const id = newId();
  const { results } = await todo.batches.run({
    mode: "atomic",
    operations: [
      { op: "create_task", body: { id, title: "Both" } },
      { op: "complete_task", id },
    ],
  });

  assert.deepEqual(
    results.map((result) => [result.id, result.problem]),
    [
      [id, null],
      [id, null],
    ],
  );
  assert.equal((await todo.tasks.get(id)).status, "completed");
});

test("the export, and then nothing", async () => {
  const lines: ExportLine[] = await Array.fromAsync(todo.account.export());

  assert.deepEqual(
    new Set(lines.map(({ kind }) => kind)),
    new Set(["account", "project", "section", "label", "task"]),
  );
  assert.equal(lines[0]?.kind, "account");
  await todo.account.delete();
  assert.deepEqual((await todo.tasks.list()).items, []);
});

test("no operation is left out", () => {
  const operations = Object.entries(document.paths)
    .filter(([path]) => path.startsWith("/v1/"))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const patterns = operations.map(
    (operation) => new RegExp(`^${operation.replaceAll(/\{\w+\}/g, "[0-9a-f-]{36}")}$`),
  );

  assert.deepEqual(
    operations.filter((_, index) => !requested.some((request) => patterns[index]?.test(request))),
    [],
  );
  assert.deepEqual(
    requested.filter((request) => !patterns.some((pattern) => pattern.test(request))),
    [],
  );
});
