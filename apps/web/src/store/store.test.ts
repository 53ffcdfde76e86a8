import { newId, type Changed, type Conflict, type Done, type Operation, type Pending, type SyncEvent, type Uuid } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { aTask } from "../testing/documents.ts";
import { Store } from "./store.ts";

/** A copy whose queue is answered when a test says so. */
class Copy {
  readonly status = "live" as const;
  readonly queue: Pending[] = [];
  readonly refused: Conflict[] = [];
  tasks = [aTask({ title: "Water the tomatoes", version: 5 })];
  #listener: (event: SyncEvent) => void = () => undefined;

  async all(kind: string): Promise<never[]> {
    return (kind === "task" ? this.tasks : []) as never[];
  }

  async pending(): Promise<Pending[]> {
    return [...this.queue];
  }

  async conflicts(): Promise<Conflict[]> {
    return [...this.refused];
  }

  async enqueue(operation: Operation): Promise<Pending> {
    const id = "id" in operation ? operation.id : (operation.body.id ?? newId());
    const pending = { number: this.queue.length + 1, id, operation };
    this.queue.push(pending);
    return pending;
  }

  async dismiss(): Promise<void> {
    this.refused.length = 0;
  }

  subscribe(listener: (event: SyncEvent) => void): () => void {
    this.#listener = listener;
    return () => undefined;
  }

  tell(event: SyncEvent): void {
    this.#listener(event);
  }

  /** The API has done the first of the queue, in a change of this version. */
  answer(change_id: number): void {
    const done = this.queue.shift();
    assert.ok(done);
    this.tell({ type: "done", done: [{ ...done, change_id } satisfies Done] });
    this.tell({ type: "pending" });
  }
}

async function opened(): Promise<{ copy: Copy; store: Store; id: Uuid; title: () => string | undefined }> {
  const copy = new Copy();
  const store = new Store(copy, () => new Date("2026-11-21T12:00:00Z"));
  const id = copy.tasks[0]?.id as Uuid;
  await until(store, () => store.view().isReady);
  return { copy, store, id, title: () => store.view().state.tasks.get(id)?.title };
}

function until(store: Store, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo()) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}

function changed(copy: Copy, id: Uuid, title: string, version: number): void {
  const data = { ...aTask({ id, title }), version };
  copy.tell({ type: "changed", items: [{ kind: "task", id, version, data } satisfies Changed] });
}

test("a write is seen before anybody has stored it", async () => {
  const { store, id, title } = await opened();

  store.write([{ op: "update_task", id, body: { title: "mine" } }]);

  assert.equal(title(), "mine");
  assert.equal(store.view().waiting, 1);
});

test("what is done stays in sight until the copy has it", async () => {
  const { copy, store, id, title } = await opened();
  const seen = new Set<string | undefined>();
  store.write([{ op: "update_task", id, body: { title: "mine" } }]);
  store.subscribe(() => seen.add(title()));
  await until(store, () => copy.queue.length === 1);

  copy.answer(9);
  changed(copy, id, "mine", 9);
  await until(store, () => store.view().state.tasks.get(id)?.version === 9);

  assert.deepEqual([...seen], ["mine"]);
  assert.equal(store.view().waiting, 0);
});

test("somebody else's later change shows when mine is done", async () => {
  const { copy, store, id, title } = await opened();
  store.write([{ op: "update_task", id, body: { title: "mine" } }]);
  await until(store, () => copy.queue.length === 1);

  changed(copy, id, "theirs", 8);
  await until(store, () => store.view().state.tasks.get(id)?.version === 8);
  assert.equal(title(), "mine");
  copy.answer(9);
  changed(copy, id, "theirs, later", 10);
  await until(store, () => store.view().state.tasks.get(id)?.version === 10);

  assert.equal(title(), "theirs, later");
});

test("a refused write is taken back, and kept to be looked at", async () => {
  const { copy, store, id, title } = await opened();
  const [written] = store.write([{ op: "update_task", id, body: { title: "mine" } }]);
  await until(store, () => copy.queue.length === 1);

  const entry = copy.queue.shift() as Pending;
  const conflict = { ...entry, problem: { code: "task_not_found", status: 404, detail: "gone", errors: [] } } satisfies Conflict;
  copy.refused.push(conflict);
  copy.tell({ type: "pending" });
  copy.tell({ type: "conflict", conflict });

  await until(store, () => store.view().conflicts.length === 1);
  assert.equal(title(), "Water the tomatoes");
  assert.equal(await written?.change, undefined);
  await store.dismiss(conflict);
  assert.equal(store.view().conflicts.length, 0);
});

test("whoever waits is told the change that undo takes", async () => {
  const { copy, store, id } = await opened();
  const [written] = store.write([{ op: "complete_task", id }]);
  await until(store, () => copy.queue.length === 1);

  copy.answer(9);

  assert.equal(await written?.change, 9);
});

test("a queue that was read too late brings nothing back", async () => {
  const { copy, store, id, title } = await opened();
  store.write([{ op: "update_task", id, body: { title: "mine" } }]);
  await until(store, () => copy.queue.length === 1);
  const stale = copy.queue[0] as Pending;

  copy.answer(9);
  changed(copy, id, "mine", 9);
  await until(store, () => store.view().state.tasks.get(id)?.version === 9);
  copy.queue.push(stale);
  copy.tell({ type: "pending" });
  changed(copy, id, "theirs", 10);
  await until(store, () => store.view().state.tasks.get(id)?.version === 10);

  assert.equal(title(), "theirs");
});

test("the copy and what is queued are there after a new start", async () => {
  const copy = new Copy();
  const id = copy.tasks[0]?.id as Uuid;
  copy.queue.push({ number: 7, id, operation: { op: "complete_task", id } });

  const store = new Store(copy);
  await until(store, () => store.view().isReady);

  assert.equal(store.view().state.tasks.get(id)?.status, "completed");
  assert.equal(store.view().waiting, 1);
});

test("many writes are seen together, in one view", async () => {
  const { copy, store, id } = await opened();
  let views = 0;
  store.subscribe(() => void (views += 1));

  store.write([
    { op: "update_task", id, body: { title: "mine" } },
    { op: "complete_task", id },
  ]);

  assert.equal(views, 1);
  const task = store.view().state.tasks.get(id);
  assert.deepEqual([task?.title, task?.status], ["mine", "completed"]);
  await until(store, () => copy.queue.length === 2);
});

test("whoever waits for the answers waits for all that was written, unless there is no connection", async () => {
  const { copy, store, id } = await opened();
  assert.equal(await store.answered(), true);

  store.write([{ op: "complete_task", id }]);
  await until(store, () => copy.queue.length === 1);
  const answered = store.answered();
  copy.answer(6);
  assert.equal(await answered, true);

  store.write([{ op: "reopen_task", id }]);
  const unanswered = store.answered();
  copy.tell({ type: "status", status: "offline" });
  assert.equal(await unanswered, false);
});

test("what is not stored yet is told, and nothing is written where it is closed", async () => {
  const { copy, store, id } = await opened();
  const complete: Operation = { op: "complete_task", id };

  store.write([complete]);
  assert.deepEqual(store.unstored, [complete]);
  await until(store, () => copy.queue.length === 1);
  copy.answer(6);
  await until(store, () => store.view().waiting === 0);
  assert.deepEqual(store.unstored, []);

  store.close();
  assert.deepEqual(store.write([{ op: "reopen_task", id }]), []);
  assert.deepEqual([store.unstored, copy.queue], [[], []]);
});
