/** Several tabs with one storage. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { indexedDbStorage, newId, sync } from "@todo/contract";

import { wire } from "./faults.ts";
import { ada } from "./person.ts";
import { agrees, isStatus, QUICK, storages, synced, todo, until } from "./replicas.ts";

for (const [name, open] of Object.entries(storages)) {
  test(`two with one storage in ${name} agree, and neither misses what the other stored`, async () => {
    const storage = open();
    await synced(todo, storage, (one) =>
      synced(todo, storage, async (other) => {
        const both = [one, other];
        await Promise.all(both.map((own) => isStatus(own, "live", "polling")));
        for (const number of [1, 2, 3, 4]) {
          const { id } = await todo.tasks.create({ title: `Plant ${number}` });
          await Promise.all(
            both.map((own) => until(own, async () => (await own.get("task", id)) !== undefined)),
          );
        }
        await agrees(one);
      }),
    );
  });
}

test("one of several tabs asks for all of them, and when it is closed another does", async () => {
  const name = newId();
  const [first, second] = [wire(), wire()];
  const leading = sync(ada({ fetch: first.fetch }), indexedDbStorage(name), QUICK);
  await isStatus(leading, "live", "polling");
  await synced(ada({ fetch: second.fetch }), indexedDbStorage(name), async (own) => {
    await isStatus(own, "live", "polling");
    const heard = await todo.tasks.create({ title: "Heard" });
    await until(own, async () => (await own.get("task", heard.id)) !== undefined);
    assert.deepEqual(second.requests, []);

    await leading.close();
    const asked = await todo.tasks.create({ title: "Asked" });
    await until(own, async () => (await own.get("task", asked.id)) !== undefined);
    assert.match(second.requests[0] ?? "", /^GET \/v1\/changes\?limit=3&after=/);
  });
});

test("what one tab queues another sends, if that is the one that works", async () => {
  const name = newId();
  const [first, second] = [wire(), wire()];
  await synced(ada({ fetch: first.fetch }), indexedDbStorage(name), async (leading) => {
    await isStatus(leading, "live");
    await synced(ada({ fetch: second.fetch }), indexedDbStorage(name), async (own) => {
      const task = await own.enqueue({ op: "create_task", body: { title: "Graft" } });
      await until(own, async () => (await own.pending()).length === 0);
      assert.equal((await todo.tasks.get(task.id)).title, "Graft");
    });
  });

  assert.deepEqual([first.batches.length, second.batches.length], [1, 0]);
});
