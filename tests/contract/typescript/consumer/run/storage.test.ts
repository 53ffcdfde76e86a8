/** What the places to keep a replica have in common. */
import "fake-indexeddb/auto";

import assert from "node:assert/strict";
import { test } from "node:test";

import { indexedDbStorage, memoryStorage, newId, type SyncStorage } from "@todo/contract";

declare const indexedDB: { deleteDatabase(name: string): { onsuccess: unknown; onerror: unknown } };

const storages: Record<string, () => SyncStorage> = {
  memory: memoryStorage,
  IndexedDB: () => indexedDbStorage(newId()),
};

for (const [name, open] of Object.entries(storages)) {
  test(`${name} keeps what was put`, async () => {
    const storage = open();
    await storage.write(async (writing) => writing.put("tasks", "b", { title: "Weed" }));
    await storage.write(async (writing) => writing.put("tasks", "a", 1));
    await storage.write(async (writing) => writing.put("tasks/other", "c", 2));

    assert.deepEqual(await storage.read((reading) => reading.get("tasks", "b")), { title: "Weed" });
    assert.equal(await storage.read((reading) => reading.get("tasks", "c")), undefined);
    assert.deepEqual(await storage.read((reading) => reading.all("tasks")), [1, { title: "Weed" }]);
    assert.deepEqual(await storage.read((reading) => reading.all("task")), []);
  });

  test(`${name} deletes one or all`, async () => {
    const storage = open();
    await storage.write(async (writing) => {
      for (const key of ["a", "b", "c"]) writing.put("tasks", key, key);
      writing.put("labels", "a", "a");
      writing.delete("tasks", "b");
    });

    assert.deepEqual(await storage.read((reading) => reading.all("tasks")), ["a", "c"]);
    await storage.write(async (writing) => writing.clear("tasks"));
    assert.deepEqual(await storage.read((reading) => reading.all("tasks")), []);
    assert.deepEqual(await storage.read((reading) => reading.all("labels")), ["a"]);
  });

  test(`${name} does all of a transaction, which reads its own writes, or nothing`, async () => {
    const storage = open();
    const failing = storage.write(async (writing) => {
      writing.put("tasks", "a", 1);
      assert.equal(await writing.get("tasks", "a"), 1);
      writing.put("tasks", "b", 2);
      throw new Error("the battery is empty");
    });

    await assert.rejects(failing, /the battery is empty/);
    assert.deepEqual(await storage.read((reading) => reading.all("tasks")), []);
  });

  test(`${name} refuses what it cannot keep, with all that belongs to it`, async () => {
    const storage = open();
    const failing = storage.write(async (writing) => {
      writing.put("tasks", "a", 1);
      writing.put("tasks", "b", () => 2);
    });

    await assert.rejects(failing, { name: "DataCloneError" });
    assert.deepEqual(await storage.read((reading) => reading.all("tasks")), []);
  });

  test(`${name} lets one write after the other`, async () => {
    const storage = open();
    const increment = () =>
      storage.write(async (writing) => {
        writing.put("count", "", Number((await writing.get("count", "")) ?? 0) + 1);
      });

    await Promise.all(Array.from({ length: 50 }, increment));

    assert.equal(await storage.read((reading) => reading.get("count", "")), 50);
  });

  test(`${name} hands out copies`, async () => {
    const storage = open();
    const task = { title: "Weed" };
    await storage.write(async (writing) => writing.put("tasks", "a", task));
    task.title = "Water";
    const [read] = (await storage.read((reading) => reading.all("tasks"))) as [typeof task];
    read.title = "Mow";

    assert.deepEqual(await storage.read((reading) => reading.get("tasks", "a")), { title: "Weed" });
  });
}

test("IndexedDB is shared by all who name it, and opened again if it was closed", async () => {
  const name = newId();
  const one = indexedDbStorage(name);
  await one.write(async (writing) => writing.put("tasks", "a", 1));
  assert.equal(await indexedDbStorage(name).read((reading) => reading.get("tasks", "a")), 1);

  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });

  assert.equal(await one.read((reading) => reading.get("tasks", "a")), undefined);
});
