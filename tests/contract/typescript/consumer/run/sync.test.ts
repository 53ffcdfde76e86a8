/** A replica of one user's things: it has everything, and goes on where it was. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { memoryStorage, newId, type Changed, type Changes, type SyncStorage } from "@todo/contract";

import { denied, inTurn, refused, wire } from "./faults.ts";
import { ada } from "./person.ts";
import { agrees, isStatus, QUICK, storages, synced, todo, until } from "./replicas.ts";
import { problem, scripted, type Answer } from "./scripted.ts";

for (const [name, open] of Object.entries(storages)) {
  test(`everything is loaded into ${name}, over several pages, and followed from there`, async () => {
    const garden = await todo.projects.create({ name: "Garden" });
    await todo.sections.create({ name: "Beds", project_id: garden.id });
    for (const number of [1, 2, 3, 4, 5])
      await todo.tasks.create({ title: `Weed ${number}`, labels: ["dry"] });
    await synced(todo, open(), async (own) => {
      assert.equal(own.status, "loading");
      await isStatus(own, "live", "polling");
      await agrees(own);

      const task = await todo.tasks.create({ title: "Water the tomatoes" });
      await until(own, async () => (await own.get("task", task.id)) !== undefined);
      assert.deepEqual(await own.get("task", task.id), task);
      await todo.tasks.trash(task.id);
      await until(own, async () => (await own.get("task", task.id))?.deleted_at !== null);
      await todo.trash.purge(task.id);
      await until(own, async () => (await own.get("task", task.id)) === undefined);
      await agrees(own);
    });
  });
}

test("after a restart it goes on where it was", async () => {
  const storage = memoryStorage();
  await synced(todo, storage, (own) => isStatus(own, "live", "polling"));
  const missed = await todo.tasks.create({ title: "Mow" });
  const watched = wire();

  await synced(ada({ fetch: watched.fetch }), storage, async (own) => {
    await until(own, async () => (await own.get("task", missed.id)) !== undefined);
    await agrees(own);
  });

  assert.match(watched.requests[0] ?? "", /^GET \/v1\/changes\?limit=3&after=/);
});

test("a load that was interrupted goes on, and until it is done there is nothing to see", async () => {
  const storage = memoryStorage();
  const watched = wire();
  watched.fault = () => (watched.requests.length > 2 ? refused : undefined);
  await synced(ada({ fetch: watched.fetch, retry: 0 }), storage, async (own) => {
    await isStatus(own, "offline");
    assert.deepEqual(await own.all("task"), []);
    assert.deepEqual(await own.all("account"), []);
  });
  watched.fault = undefined;
  watched.requests.length = 0;

  await synced(ada({ fetch: watched.fetch }), storage, async (own) => {
    await isStatus(own, "live", "polling");
    await agrees(own);
  });

  assert.match(watched.requests[0] ?? "", /after=/);
});

for (const [status, code] of [
  [410, "feed_expired"],
  [400, "invalid_cursor"],
] as const) {
  test(`on ${code} it starts over, and shows what it had until it has everything`, async () => {
    const storage = memoryStorage();
    const before = await todo.tasks.create({ title: "Rake" });
    await synced(todo, storage, (own) => isStatus(own, "live", "polling"));
    await todo.tasks.trash(before.id);
    await todo.trash.purge(before.id);
    const watched = wire();
    const denyOnce = inTurn("/v1/changes", denied(status, code));

    await synced(ada({ fetch: watched.fetch }), storage, async (own) => {
      const seen: Promise<unknown>[] = [];
      watched.fault = (request) => {
        seen.push(own.get("task", before.id));
        return denyOnce(request);
      };
      await isStatus(own, "live", "polling");
      await agrees(own);
      assert.deepEqual(await Promise.all(seen.slice(0, 3)), [before, before, before]);
      assert.equal(await own.get("task", before.id), undefined);
    });

    assert.match(watched.requests[0] ?? "", /after=/);
    assert.doesNotMatch(watched.requests[1] ?? "", /after=/);
  });
}

test("a page that cannot be stored is read again, as the place has not moved either", async () => {
  const inner = memoryStorage();
  let isFull = false;
  const full: SyncStorage = {
    read: inner.read,
    write: (work) =>
      inner.write(async (writing) => {
        const value = await work(writing);
        if (isFull) throw new Error("the disk is full");
        return value;
      }),
  };
  await synced(todo, full, async (own) => {
    await isStatus(own, "live", "polling");
    isFull = true;
    const task = await todo.tasks.create({ title: "Sow" });
    await until(own, async () => own.status === "offline");
    assert.equal(await own.get("task", task.id), undefined);
    isFull = false;
    await until(own, async () => (await own.get("task", task.id)) !== undefined);
  });
});

const id = newId();
const label = (version: number, name: string | null): Changed =>
  ({ kind: "label", id, version, data: name === null ? null : { id, name, version } }) as Changed;
const pageOf = (cursor: string, ...items: Changed[]): Answer => {
  const page: Changes = { items, next_cursor: cursor, has_more: false };
  return (response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(page));
};

test("nothing goes backwards", async () => {
  const noStream = problem(404, "path_not_found");
  await using server = await scripted(
    pageOf("1", label(5, "new")),
    noStream,
    pageOf("2", label(4, "old")),
    pageOf("3", label(4, null)),
    pageOf("4", label(6, null)),
    problem(500, "internal_error"),
  );
  const names: unknown[] = [];
  await synced(
    server.client(),
    memoryStorage(),
    async (own) => {
      own.subscribe(async ({ type }) => type === "changed" && names.push((await own.get("label", id))?.name));
      await isStatus(own, "offline");
      assert.deepEqual(await own.all("label"), []);
    },
    { ...QUICK, backoff: 60_000 },
  );

  assert.deepEqual(names, ["new", "new", "new", undefined]);
});
