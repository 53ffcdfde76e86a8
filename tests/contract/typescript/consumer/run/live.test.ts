/** A replica follows what happens, and survives what happens to networks. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { memoryStorage } from "@todo/contract";

import { denied, inTurn, refused, wire } from "./faults.ts";
import { ada, given } from "./person.ts";
import { agrees, isStatus, synced, todo, told, until } from "./replicas.ts";

test("it survives a network that goes away, and tells of it", async () => {
  const watched = wire();
  await synced(ada({ fetch: watched.fetch, retry: 0 }), memoryStorage(), async (own) => {
    await isStatus(own, "live", "polling");
    const events = told(own);
    watched.fault = () => refused;
    watched.cut();
    await isStatus(own, "offline");
    const task = await todo.tasks.create({ title: "Prune" });
    watched.fault = undefined;

    await until(own, async () => (await own.get("task", task.id)) !== undefined);
    await isStatus(own, "live", "polling");
    assert.ok(events.some(({ type }) => type === "trouble"));
    assert.ok(
      events.some((event) => event.type === "changed" && event.items?.some(({ id }) => id === task.id)),
    );
  });
});

test("it polls while there is no stream, and is live when there is one", async () => {
  const watched = wire((request) =>
    request.url.includes("/v1/events") ? denied(429, "too_many_streams") : undefined,
  );
  await synced(ada({ fetch: watched.fetch }), memoryStorage(), async (own) => {
    await isStatus(own, "polling");
    const polled = await todo.tasks.create({ title: "Polled" });
    await until(own, async () => (await own.get("task", polled.id)) !== undefined);
    assert.equal(own.status, "polling");

    watched.fault = undefined;
    await isStatus(own, "live");
    watched.requests.length = 0;
    const told = await todo.tasks.create({ title: "Told" });
    await until(own, async () => (await own.get("task", told.id)) !== undefined);
    assert.deepEqual(watched.requests, []);
  });
});

test("a stream that says that too much has happened is left for the feed", async () => {
  const storage = memoryStorage();
  await synced(todo, storage, (own) => isStatus(own, "live"));
  const watched = wire();
  let missed: string | undefined;
  watched.fault = inTurn("/v1/events", async () => {
    missed = (await todo.tasks.create({ title: "Missed" })).id;
    return new Response("event: pull\ndata: {}\n\n", { headers: { "Content-Type": "text/event-stream" } });
  });
  await synced(ada({ fetch: watched.fetch }), storage, async (own) => {
    await until(own, async () => (await own.all("task")).some(({ id }) => id === missed));
  });

  assert.deepEqual(
    watched.requests.slice(0, 3).map((request) => request.replace(/\?.*/, "")),
    ["GET /v1/changes", "GET /v1/events", "GET /v1/changes"],
  );
});

test("what happens while a stream is broken is not missed", async () => {
  const watched = wire();
  await synced(ada({ fetch: watched.fetch }), memoryStorage(), async (own) => {
    for (const number of [1, 2, 3]) {
      await isStatus(own, "live");
      watched.cut();
      const { id } = await todo.tasks.create({ title: `Unheard ${number}` });
      await until(own, async () => (await own.get("task", id)) !== undefined);
    }
    await agrees(own);
  });
});

test("a token that expires is replaced, and nothing is lost", async () => {
  const asked: boolean[] = [];
  const token = (expired: boolean): string => {
    asked.push(expired);
    return given(expired ? "TOKEN_OF_ADA" : "EXPIRED_TOKEN_OF_ADA");
  };
  await synced(ada({ token }), memoryStorage(), async (own) => {
    await isStatus(own, "live");
    const { id } = await own.enqueue({ op: "create_task", body: { title: "Signed again" } });
    await until(own, async () => (await own.get("task", id)) !== undefined);
  });

  assert.ok(asked.includes(true));
});
