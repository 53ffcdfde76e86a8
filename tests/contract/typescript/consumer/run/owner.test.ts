/** A storage is of one user, and nobody else gets to send or to see what is in it. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { ForeignStorage, newId, type Operation, type Sync, type SyncStorage, type Uuid } from "@todo/contract";

import { inTurn, refused, wire } from "./faults.ts";
import { ada, bob } from "./person.ts";
import { agrees, isStatus, storages, synced, todo, told, until } from "./replicas.ts";

const WEED: Operation = { op: "create_task", body: { title: "Weed" } };
const isSent = (own: Sync): Promise<void> => until(own, async () => (await own.pending()).length === 0);

/** A task that Ada could not send. */
async function queueOffline(storage: SyncStorage): Promise<Uuid> {
  let id = newId();
  await synced(ada({ fetch: wire(() => refused).fetch, retry: 0 }), storage, async (own) => {
    ({ id } = await own.enqueue(WEED));
    await isStatus(own, "offline");
  });
  return id;
}

/** The same storage, and how often something in it was changed. */
function counted(storage: SyncStorage): { storage: SyncStorage; changes: () => number } {
  let changes = 0;
  const write: SyncStorage["write"] = (work) =>
    storage.write((writing) =>
      work({
        ...writing,
        put: (...entry) => (changes++, writing.put(...entry)),
        delete: (...place) => (changes++, writing.delete(...place)),
        clear: (table) => (changes++, writing.clear(table)),
      }),
    );
  return { storage: { ...storage, write }, changes: () => changes };
}

/** Bob gets nothing out of a storage of Ada's, and leaves it as it was. */
async function refuses(storage: SyncStorage): Promise<void> {
  const watched = wire();
  const { storage: hers, changes } = counted(storage);
  await synced(bob({ fetch: watched.fetch }), hers, async (own) => {
    const events = told(own);
    await isStatus(own, "foreign");
    own.hurry();

    const calls = [
      own.all("task"),
      own.get("task", newId()),
      own.pending(),
      own.conflicts(),
      own.enqueue(WEED),
    ];
    for (const call of calls) {
      await assert.rejects(call, (error) => {
        assert(error instanceof ForeignStorage);
        assert.match(error.message, /belongs to another user/);
        return true;
      });
    }
    assert.deepEqual(
      events.filter(({ type }) => type === "changed"),
      [],
    );
  });
  assert.equal(changes(), 0);
  assert.deepEqual(watched.batches, []);
}

for (const [name, open] of Object.entries(storages)) {
  test(`another user's storage in ${name} is refused and left as it is`, async () => {
    const storage = open();
    await synced(todo, storage, (own) => isStatus(own, "live", "polling"));
    const id = await queueOffline(storage);

    await refuses(storage);

    await synced(todo, storage, async (own) => {
      await isSent(own);
      await until(own, async () => (await own.get("task", id)) !== undefined);
      await agrees(own);
    });
    await assert.rejects(bob().tasks.get(id), { code: "task_not_found" });
  });

  test(`another user's storage in ${name} is refused before it has everything, too`, async () => {
    const storage = open();
    for (const number of [1, 2, 3, 4]) await todo.tasks.create({ title: `Hoe ${number}` });
    const interrupted = wire(inTurn("/v1/changes", undefined, ...Array(100).fill(refused)));
    await synced(ada({ fetch: interrupted.fetch, retry: 0 }), storage, (own) => isStatus(own, "offline"));
    await queueOffline(storage);

    await refuses(storage);
  });
}

test("a storage whose load has begun anew is still of the same user", async () => {
  const storage = storages.memory!();
  await synced(todo, storage, (own) => isStatus(own, "live", "polling"));
  await damage(storage);
  const cut = wire((request) => (request.url.includes("after=") ? undefined : refused));
  await synced(ada({ fetch: cut.fetch, retry: 0 }), storage, (own) => isStatus(own, "offline"));
  await queueOffline(storage);

  await refuses(storage);
});

test("a damaged cursor of the same user starts over, and the queue is sent", async () => {
  const storage = storages.memory!();
  await synced(todo, storage, (own) => isStatus(own, "live", "polling"));
  await queueOffline(storage);
  await damage(storage);

  await synced(todo, storage, async (own) => {
    await isSent(own);
    await isStatus(own, "live", "polling");
    await agrees(own);
  });
});

for (const isNew of [true, false]) {
  test(`nothing is sent from a ${isNew ? "new" : "known"} storage before the API has taken it for the user's`, async () => {
    const storage = storages.memory!();
    if (!isNew) await synced(todo, storage, (own) => isStatus(own, "live", "polling"));
    const watched = wire(inTurn("/v1/changes", ...Array(6).fill(refused)));

    await synced(ada({ fetch: watched.fetch, retry: 0 }), storage, async (own) => {
      await own.enqueue(WEED);
      await isSent(own);
    });

    const paths = watched.requests.map((request) => request.replace(/\?.*/, ""));
    assert.deepEqual(paths.slice(0, 7), Array(7).fill("GET /v1/changes"));
    assert.ok(paths.includes("POST /v1/batch"));
  });
}

async function damage(storage: SyncStorage): Promise<void> {
  await storage.write(async (writing) => {
    const place = (await writing.get("place", "")) as object;
    writing.put("place", "", { ...place, cursor: "damaged" });
  });
}
