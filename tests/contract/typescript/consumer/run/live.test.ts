/** A replica follows what happens, and survives what happens to networks. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { isProblem, memoryStorage, sync } from "@todo/contract";

import { denied, inTurn, refused, wire } from "./faults.ts";
import { ada, bob, given } from "./person.ts";
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

test("more than a stream carries is read from the feed, when it really happens", async () => {
  const watched = wire();
  const chores = await todo.projects.create({ name: "Chores" });
  const operations = Array.from({ length: 100 }, (_, number) => ({
    op: "create_task" as const,
    body: { title: `Chore ${number}`, project_id: chores.id },
  }));
  for (let times = 0; times < 2; times++) await todo.batches.run({ mode: "atomic", operations });
  await synced(ada({ fetch: watched.fetch }), memoryStorage(), async (own) => {
    await isStatus(own, "live");
    const live = todo.changes.live();
    await live.next();
    watched.requests.length = 0;
    await todo.projects.trash(chores.id);
    await until(own, async () => {
      const tasks = (await own.all("task")).filter(({ project_id }) => project_id === chores.id);
      return tasks.length === 200 && tasks.every(({ deleted_at }) => deleted_at !== null);
    });

    await agrees(own);
    assert.deepEqual(await Array.fromAsync(live, ({ type }) => type), ["pull"]);
    await isStatus(own, "live");
  });

  assert.match(watched.requests[0] ?? "", /^GET \/v1\/changes\?/);
});

test("who has as many streams as there may be waits as long as the API asks for, and polls", async () => {
  const watched = wire();
  const phone = bob(); // whose streams are nobody else's
  const abort = new AbortController();
  const streams = Array.from({ length: 20 }, () =>
    phone.changes.live(undefined, { signal: abort.signal }),
  );
  await Promise.all(streams.map((stream) => stream.next()));
  await synced(bob({ fetch: watched.fetch }), memoryStorage(), async (own) => {
    const events = told(own);
    await isStatus(own, "polling");
    await until(own, () => events.some(({ type }) => type === "trouble"));
    for (const number of [1, 2, 3, 4, 5]) {
      const { id } = await phone.tasks.create({ title: `Polled ${number}` });
      await until(own, async () => (await own.get("task", id)) !== undefined);
    }

    const refusals = events.flatMap((event) => (event.type === "trouble" ? [event.error] : []));
    assert.ok(refusals.every((error) => isProblem(error, "too_many_streams") && error.retryAfter === 30));
    assert.equal(watched.requests.filter((request) => request.startsWith("GET /v1/events")).length, 1);
  });
  abort.abort();
});

test("a stream without a cursor begins now", async () => {
  await todo.tasks.create({ title: "Before" });
  const abort = new AbortController();
  const live = todo.changes.live(undefined, { signal: abort.signal });
  assert.deepEqual(await live.next(), { done: false, value: { type: "open" } });
  const { id } = await todo.tasks.create({ title: "Now" });

  const { value } = await live.next();
  abort.abort();

  assert.ok(value?.type === "changes");
  assert.deepEqual(
    value.page.items.map((item) => item.id),
    [id],
  );
});

test("closing waits for no call, even if what fetches does not listen", async () => {
  let ask: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const deaf = (): Promise<Response> => new Promise(() => ask());
  const own = sync(ada({ fetch: deaf, timeout: 60_000 }), memoryStorage());
  await asked;

  await own.close();
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
