/** The whole life of a task, as a frontend leads it. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { calendarDate, etagOf, isProblem, newId, wallClock, type TaskRead } from "@todo/contract";

import { ada, bob } from "./person.ts";

const todo = ada();

test("a task from its birth to its end", async () => {
  const id = newId();
  const due = { kind: "zoned", datetime: wallClock("2026-12-24T18:00"), timezone: "Europe/Berlin" } as const;
  const born = await todo.tasks.create({ id, title: " Water the tomatoes ", due, labels: ["garden"] });
  const again = await todo.tasks.create({ id, title: " Water the tomatoes ", due, labels: ["garden"] });

  assert.deepEqual(again, born);
  assert.equal(born.title, "Water the tomatoes");
  assert.deepEqual(born.due, { ...due, datetime: "2026-12-24T18:00:00" });

  const changed = await todo.tasks.update(id, { priority: "high", due: null }, { ifMatch: born });
  await assert.rejects(todo.tasks.update(id, { priority: "low" }, { ifMatch: born }), (error) => {
    assert(isProblem(error, "stale_version"));
    assert.deepEqual([error.status, error.etag], [412, etagOf(changed)]);
    return true;
  });
  assert.deepEqual(await todo.tasks.get(id), changed);
  assert.deepEqual([changed.priority, changed.due], ["high", null]);

  const completed = await todo.tasks.complete(id, { ifMatch: etagOf(changed) });
  assert.equal(completed.status, "completed");
  assert.equal((await todo.tasks.reopen(id)).completed_at, null);

  const garden = await todo.projects.create({ name: "Garden" });
  const beds = await todo.sections.create({ project_id: garden.id, name: "Beds" });
  const moved = await todo.tasks.move(id, { section_id: beds.id });
  assert.deepEqual([moved.project_id, moved.section_id], [garden.id, beds.id]);

  assert.equal(await todo.tasks.trash(id), undefined);
  assert.deepEqual(await titles(todo.tasks.all({ trash: true })), ["Water the tomatoes"]);
  assert.equal((await todo.tasks.restore(id)).deleted_at, null);
  await todo.tasks.trash(id);
  await todo.trash.purge(id);
  await assert.rejects(
    todo.tasks.get(id),
    (error) => isProblem(error, "task_not_found") && error.status === 404,
  );
});

test("a list over several pages, in its order", async () => {
  const chores = await todo.projects.create({ name: "Chores" });
  const wanted = Array.from({ length: 7 }, (_, number) => `Chore ${number}`);
  for (const title of wanted) await todo.tasks.create({ title, project_id: chores.id });
  const query = { project_id: chores.id, limit: 3 };

  const sizes: number[] = [];
  for await (const page of todo.tasks.pages(query)) sizes.push(page.items.length);

  assert.deepEqual(sizes, [3, 3, 1]);
  assert.deepEqual(await titles(todo.tasks.all(query)), wanted);
  assert.deepEqual(
    await titles(todo.tasks.all({ ...query, sort: "title", direction: "desc" })),
    wanted.toReversed(),
  );
});

test("a list that is left early asks for no more", async () => {
  const asked: string[] = [];
  const watched = ada({ fetch: (request) => (asked.push(request.url), fetch(request)) });
  await todo.labels.create({ name: "one" });
  await todo.labels.create({ name: "two" });

  for await (const label of watched.labels.all({ limit: 1 })) {
    assert.equal(typeof label.name, "string");
    break;
  }

  assert.equal(asked.length, 1);
});

test("filters reach the API as they are meant", async () => {
  const one = await todo.tasks.create({
    title: "100% & more?",
    labels: ["a b", "c&d"],
    due: { kind: "date", date: calendarDate("2027-01-01") },
  });

  assert.deepEqual(await todo.tasks.list({ label_all: ["a b", "c&d"], text: "100% & more?" }), {
    items: [one],
    next_cursor: null,
  });
  assert.deepEqual(
    await titles(todo.tasks.all({ label_any: ["c&d"], due_before: calendarDate("2027-01-01") })),
    [],
  );
});

test("somebody else's task is not there", async () => {
  const secret = await bob().tasks.create({ title: "secret" });

  await assert.rejects(todo.tasks.get(secret.id), (error) => isProblem(error, "task_not_found"));
  await assert.rejects(todo.tasks.trash(secret.id), (error) => isProblem(error, "task_not_found"));
});

test("a bad request says where it is bad", async () => {
  const due = {
    kind: "zoned",
    datetime: wallClock("2026-12-24T18:00:00"),
    timezone: "Europe/Atlantis",
  } as const;

  await assert.rejects(todo.tasks.create({ title: "", due }), (error) => {
    assert(isProblem(error, "invalid_request"));
    assert.deepEqual(
      [error.status, error.errors.map(({ pointer }) => pointer)],
      [422, ["/title", "/due/timezone"]],
    );
    assert.match(error.message, /not valid/);
    return true;
  });
});

async function titles(tasks: AsyncIterable<TaskRead>): Promise<string[]> {
  return Array.fromAsync(tasks, ({ title }) => title);
}
