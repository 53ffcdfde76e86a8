/** Writes that are queued while nobody listens: none is lost, none is done twice, none is refused in silence. */
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  isProblem,
  memoryStorage,
  newId,
  sync,
  type Batch,
  type Operation,
  type Sync,
  type SyncStorage,
} from "@todo/contract";

import { denied, inTurn, lost, problemOf, refused, results, wire, type Wire } from "./faults.ts";
import { ada } from "./person.ts";
import { isStatus, todo, told, until } from "./replicas.ts";

async function queueing(
  watched: Wire,
  work: (own: Sync) => Promise<void>,
  storage: SyncStorage = memoryStorage(),
  batchSize = 100,
): Promise<void> {
  const client = ada({ fetch: watched.fetch, retry: 0 });
  const own = sync(client, storage, { backoff: 1, poll: 5, batchSize });
  try {
    await work(own);
  } finally {
    await own.close();
  }
}

async function isSent(own: Sync): Promise<void> {
  await until(own, async () => (await own.pending()).length === 0);
}

const titled = (title: string): Operation => ({ op: "create_task", body: { title } });
const titles = ({ batches }: Wire): string[][] =>
  batches.map(([, body]) =>
    (JSON.parse(body) as Batch).operations.map((operation) =>
      operation.op === "create_task" ? operation.body.title : operation.op,
    ),
  );

test("what is queued is sent in its order, and what is created can be used before it is", async () => {
  const watched = wire(() => refused);
  await queueing(watched, async (own) => {
    await isStatus(own, "offline");
    const project = await own.enqueue({ op: "create_project", body: { name: "Garden" } });
    const task = await own.enqueue({ op: "create_task", body: { title: "Weed", project_id: project.id } });
    await own.enqueue({ op: "complete_task", id: task.id });
    assert.deepEqual(
      (await own.pending()).map(({ id, operation }) => [id, operation.op]),
      [
        [project.id, "create_project"],
        [task.id, "create_task"],
        [task.id, "complete_task"],
      ],
    );
    watched.fault = undefined;
    own.hurry();
    await isSent(own);

    await until(own, async () => (await own.get("task", task.id))?.status === "completed");
    assert.deepEqual(await own.get("task", task.id), await todo.tasks.get(task.id));
    assert.equal((await todo.tasks.get(task.id)).status, "completed");
    assert.equal((await todo.tasks.get(task.id)).project_id, project.id);
    assert.deepEqual(await own.conflicts(), []);
  });
});

test("after an answer that was lost the same request is sent, even by the next program, and done once", async () => {
  const storage = memoryStorage();
  const first = wire(inTurn("/v1/batch", lost, refused, refused));
  let id = newId();
  await queueing(
    first,
    async (own) => {
      ({ id } = await own.enqueue({ op: "create_task", body: { title: "Water" } }));
      await own.enqueue({ op: "update_task", id, body: { title: "Water all" } });
      await until(own, () => first.batches.length > 0);
      await own.enqueue(titled("Later"));
    },
    storage,
    1,
  );
  const second = wire();
  await queueing(second, isSent, storage);

  const sent = [...first.batches, ...second.batches];
  const parcels = new Map(sent);
  assert.ok(sent.length > parcels.size, "something was sent again");
  assert.deepEqual(
    sent.filter(([key, body]) => parcels.get(key) !== body),
    [],
    "one key, one request",
  );
  assert.equal((await todo.tasks.get(id)).title, "Water all");
  const items = (await todo.tasks.list({ text: "Later" })).items;
  assert.equal(items.length, 1);
});

test("what waits for long is sent at once when the feed can be read again, and the other way round", async () => {
  const away = denied(503, "database_unavailable", "600");
  for (const waiting of ["/v1/batch", "/v1/changes"]) {
    let isAway = false;
    const watched = wire((request) => {
      if (!isAway) return undefined;
      return new URL(request.url).pathname === waiting ? away : refused;
    });
    await queueing(watched, async (own) => {
      await until(own, () => own.status === "live");
      const events = told(own);
      isAway = true;
      watched.cut();
      const { id } = await own.enqueue(titled("Rake"));
      const isTold = (): boolean =>
        events.some((event) => event.type === "trouble" && isProblem(event.error));
      await until(own, () => own.status === "offline" && isTold());
      isAway = false;
      await isSent(own);
      await until(own, async () => (await own.get("task", id)) !== undefined);
    });
  }
});

test("what is refused is told and kept until it is dismissed, and what follows goes on", async () => {
  const nowhere = newId();
  const storage = memoryStorage();
  const task = await todo.tasks.create({ title: "Mow" });
  await queueing(
    wire(),
    async (own) => {
      const events = told(own);
      await own.enqueue({ op: "complete_task", id: nowhere });
      await own.enqueue({
        op: "update_task",
        id: task.id,
        if_match: task.version - 1,
        body: { notes: "stale" },
      });
      const last = await own.enqueue(titled("Sow"));
      await isSent(own);

      const conflicts = await own.conflicts();
      assert.deepEqual(
        conflicts.map(({ id, problem }) => [id, problem.status, problem.code]),
        [
          [nowhere, 404, "task_not_found"],
          [task.id, 412, "stale_version"],
        ],
      );
      assert.deepEqual(
        events.flatMap((event) => (event.type === "conflict" ? [event.conflict] : [])),
        conflicts,
      );
      assert.equal((await todo.tasks.get(last.id)).title, "Sow");
    },
    storage,
  );

  await queueing(
    wire(),
    async (own) => {
      const [first, second] = await own.conflicts();
      assert.ok(first && second);
      await own.dismiss(first);
      assert.deepEqual(await own.conflicts(), [second]);
    },
    storage,
  );
});

test("what was done is told before it is off the queue, with the change that undo takes back", async () => {
  await queueing(wire(), async (own) => {
    const events = told(own);
    const created = await own.enqueue(titled("Weed"));
    await own.enqueue({ op: "complete_task", id: created.id });
    await own.enqueue({ op: "complete_task", id: created.id });
    await isSent(own);

    const done = events.flatMap((event) => (event.type === "done" ? [...event.done] : []));
    assert.deepEqual(
      done.map(({ id, operation }) => [id, operation.op]),
      [
        [created.id, "create_task"],
        [created.id, "complete_task"],
        [created.id, "complete_task"],
      ],
    );
    const [, completion, repetition] = done;
    assert.equal(repetition?.change_id, null, "a second completion changes nothing");
    assert.ok(completion?.change_id);
    await todo.changes.undo({ change_ids: [completion.change_id] });
    assert.equal((await todo.tasks.get(created.id)).status, "open");
  });
});

test("a request has so many operations and no more", async () => {
  const watched = wire();
  await queueing(
    watched,
    async (own) => {
      await together(own, "1", "2", "3", "4", "5");
      await isSent(own);
    },
    memoryStorage(),
    2,
  );

  assert.deepEqual(titles(watched), [["1", "2"], ["3", "4"], ["5"]]);
  assert.equal(new Set(watched.batches.map(([key]) => key)).size, 3);
});

for (const [name, fault] of Object.entries({
  "the network": refused,
  "the database": denied(503, "database_unavailable"),
  "the limit": denied(429, "rate_limited"),
  "the token": denied(401, "token_missing"),
  "the first try, which still runs,": denied(409, "still_running"),
})) {
  test(`${name} is waited for, and the same is sent again`, async () => {
    const watched = wire(inTurn("/v1/batch", fault, fault));
    await queueing(watched, async (own) => {
      const events = told(own);
      await together(own, "Hoe", "Dig");
      await isSent(own);

      assert.deepEqual(await own.conflicts(), []);
      assert.ok(events.filter(({ type }) => type === "trouble").length >= 2);
    });

    assert.deepEqual(titles(watched), Array(3).fill(["Hoe", "Dig"]));
    assert.equal(new Set(watched.batches.flat()).size, 2, "one key, one body");
  });
}

test("what failed for the moment is sent again, and what was refused after it, as it may have needed it", async () => {
  const missing = problemOf(404, "task_not_found");
  const away = problemOf(503, "database_unavailable");
  const watched = wire(
    inTurn("/v1/batch", results(null, missing, away, missing, null), results(null, missing)),
  );
  await queueing(watched, async (own) => {
    await together(own, "1", "2", "3", "4", "5");
    await isSent(own);

    assert.deepEqual(
      (await own.conflicts()).map(({ number }) => number),
      [2, 4],
    );
  });

  assert.deepEqual(titles(watched), [
    ["1", "2", "3", "4", "5"],
    ["3", "4"],
  ]);
  assert.equal(new Set(watched.batches.map(([key]) => key)).size, 2);
});

test("when a whole request is refused, each operation is judged by itself", async () => {
  const invalid = denied(422, "invalid_request");
  const watched = wire(inTurn("/v1/batch", invalid, results(null), invalid, results(null)));
  await queueing(watched, async (own) => {
    await together(own, "1", "2", "3");
    await isSent(own);

    assert.deepEqual(
      (await own.conflicts()).map(({ number, problem }) => [number, problem.code]),
      [[2, "invalid_request"]],
    );
  });

  assert.deepEqual(titles(watched), [["1", "2", "3"], ["1"], ["2"], ["3"]]);
  assert.equal(new Set(watched.batches.map(([key]) => key)).size, 4);
});

/** Queued before anybody can have looked, and so sent in one request. */
async function together(own: Sync, ...titles: string[]): Promise<void> {
  await Promise.all(titles.map((title) => own.enqueue(titled(title))));
}
