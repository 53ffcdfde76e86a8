/** What is tried again, how often, and when it is given up. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";

import { isProblem, newId, TodoUnreachable, type TodoClient } from "@todo/contract";

import { ada } from "./person.ts";
import {
  endlessExport,
  half,
  halfOfAnExport,
  hangUp,
  page,
  problem,
  scripted,
  silence,
  task,
  webPage,
  welcome,
} from "./scripted.ts";

const unavailable = problem(503, "database_unavailable", { "Retry-After": "0" });
const limited = problem(429, "rate_limited", { "Retry-After": "0" });
const id = newId();
const ifMatch = '"7"';

const isUnreachable = (reason: TodoUnreachable["reason"]) => (error: unknown) =>
  error instanceof TodoUnreachable && error.reason === reason;

for (const [name, failure] of Object.entries({ unavailable, limited, hangUp, half, webPage })) {
  test(`a read is tried again after ${name}`, async () => {
    await using server = await scripted(failure, failure, page);

    assert.deepEqual(await server.client().tasks.list(), { items: [], next_cursor: null });
    assert.equal(server.requests.length, 3);
  });
}

test("a deletion is done where its answer has an empty stream for a body, as in Chromium", async () => {
  const empty = (): Response =>
    Object.defineProperty(new Response(null, { status: 204 }), "body", { value: new ReadableStream() });

  assert.equal(await ada({ fetch: async () => empty() }).labels.delete(id), undefined);
});

const repeated: Record<string, (todo: TodoClient) => Promise<unknown>> = {
  "a create with an id": (todo) => todo.tasks.create({ id, title: "Weed" }),
  "a completion": (todo) => todo.tasks.complete(id),
  "a deletion": (todo) => todo.tasks.trash(id),
  "a change under a key": (todo) => todo.tasks.update(id, { title: "Weed" }, { idempotencyKey: id }),
  "a conditional completion under a key": (todo) => todo.tasks.complete(id, { ifMatch, idempotencyKey: id }),
};
for (const [name, call] of Object.entries(repeated)) {
  test(`${name} is tried again, as twice is once`, async () => {
    await using server = await scripted(hangUp, task);

    await call(server.client());

    assert.equal(server.requests.length, 2);
    assert.equal(server.requests[0], server.requests[1]);
  });
}

const sentOnce: Record<string, (todo: TodoClient) => Promise<unknown>> = {
  "a create without an id": (todo) => todo.tasks.create({ title: "Weed" }),
  "a change": (todo) => todo.tasks.update(id, { title: "Weed" }),
  "a conditional completion": (todo) => todo.tasks.complete(id, { ifMatch }),
  "a conditional create": (todo) => todo.tasks.create({ id, title: "Weed" }, { ifMatch }),
};
for (const [name, call] of Object.entries(sentOnce)) {
  test(`${name} is sent once, as it may have been done`, async () => {
    await using server = await scripted(hangUp, task);

    await assert.rejects(call(server.client()), isUnreachable("network"));
    assert.equal(server.requests.length, 1);
  });
}

test("there is an end to trying", async () => {
  await using server = await scripted(unavailable);

  await assert.rejects(server.client({ retry: 3 }).tasks.list(), (error) => {
    assert(isProblem(error, "database_unavailable"));
    assert.deepEqual(
      [error.status, error.retryAfter, error.message],
      [503, 0, "It is database_unavailable."],
    );
    return true;
  });
  assert.equal(server.requests.length, 4);
});

test("without retries there is one try", async () => {
  await using server = await scripted(webPage);

  await assert.rejects(server.client({ retry: 0 }).tasks.list(), isUnreachable("foreign"));
  assert.equal(server.requests.length, 1);
});

test("somebody else's answer is none", async () => {
  await using server = await scripted(welcome);

  await assert.rejects(server.client().tasks.list(), isUnreachable("foreign"));
});

test("what the server says about waiting is obeyed", async () => {
  await using server = await scripted(problem(503, "database_unavailable", { "Retry-After": "1" }), page);
  const began = performance.now();

  await server.client({ timeout: Infinity }).tasks.list();

  assert.ok(performance.now() - began >= 1000);
});

test("nobody waits for what would come too late", async () => {
  await using server = await scripted(problem(503, "database_unavailable", { "Retry-After": "60" }));

  await assert.rejects(server.client().tasks.list(), (error) => isProblem(error) && error.retryAfter === 60);
  assert.equal(server.requests.length, 1);
});

test("a refusal is not argued with", async () => {
  await using server = await scripted(problem(404, "task_not_found"));

  await assert.rejects(server.client().tasks.get(id), (error) => {
    return isProblem(error, "in_trash", "task_not_found") && !isProblem(error, "in_trash");
  });
  assert.equal(server.requests.length, 1);
});

test("a server that says nothing is given up in time", async () => {
  await using server = await scripted(silence);

  await assert.rejects(server.client({ timeout: 50, retry: 0 }).tasks.list(), (error) => {
    assert(isUnreachable("timeout")(error));
    assert.match(String(error), /within 50 ms/);
    return true;
  });
});

test("a token that never comes is given up, too", async () => {
  await using server = await scripted(page);

  await assert.rejects(
    server.client({ timeout: 50, token: () => new Promise(() => undefined) }).tasks.list(),
    isUnreachable("timeout"),
  );
  assert.deepEqual(server.requests, []);
});

test("a call that is aborted ends with the reason and is not tried again", async () => {
  const abort = new AbortController();
  await using server = await scripted(() => abort.abort(new Error("left the page")), page);

  await assert.rejects(
    server.client().tasks.create({ title: "Weed" }, { signal: abort.signal }),
    /left the page/,
  );
  assert.equal(server.requests.length, 1);
});

test("a call ends when it is aborted, whether what fetches listens or not", async () => {
  const abort = new AbortController();
  const deaf = (): Promise<Response> => new Promise(() => queueMicrotask(() => abort.abort()));
  await using server = await scripted(page);

  await assert.rejects(server.client({ fetch: deaf }).tasks.list({}, { signal: abort.signal }), {
    name: "AbortError",
  });
});

test("waiting for the next try can be aborted", async () => {
  const abort = new AbortController();
  await using server = await scripted((response, request) => {
    problem(503, "database_unavailable", { "Retry-After": "10" })(response, request);
    response.on("close", () => setImmediate(() => abort.abort()));
  });

  await assert.rejects(server.client().tasks.list({}, { signal: abort.signal }), { name: "AbortError" });
  assert.equal(server.requests.length, 1);
});

test("what was aborted before is not sent", async () => {
  await using server = await scripted(page);

  for (const token of [() => "token", () => new Promise<string>(() => undefined)]) {
    const call = server.client({ token }).tasks.list({}, { signal: AbortSignal.abort() });
    await assert.rejects(call, { name: "AbortError" });
  }
  assert.deepEqual(server.requests, []);
});

test("pages that are being read can be aborted", async () => {
  const abort = new AbortController();
  const more = { items: [], next_cursor: "more" };
  await using server = await scripted((response) => {
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(more));
  });

  const reading = (async () => {
    for await (const _ of server.client().tasks.pages({}, { signal: abort.signal })) {
      if (server.requests.length === 3) abort.abort();
    }
  })();

  await assert.rejects(reading, { name: "AbortError" });
  assert.equal(server.requests.length, 3);
});

test("an export that breaks off says so", async () => {
  await using server = await scripted(halfOfAnExport);
  const kinds: string[] = [];
  const reading = (async () => {
    for await (const line of server.client().account.export()) kinds.push(line.kind);
  })();

  await assert.rejects(reading, isUnreachable("network"));
  assert.deepEqual(kinds, ["account"]);
});

test("an export may take longer than a call, and nobody goes on sending when it is left early", async () => {
  let over = Promise.resolve<unknown>(undefined);
  await using server = await scripted((response, request) => {
    over = once(response, "close");
    endlessExport(response, request);
  });
  let lines = 0;

  for await (const _ of server.client({ timeout: 50 }).account.export()) if (++lines === 20) break;

  assert.equal(lines, 20);
  await over;
});

test("an export can be aborted", async () => {
  const abort = new AbortController();
  await using server = await scripted(endlessExport);
  const reading = (async () => {
    for await (const _ of server.client().account.export({ signal: abort.signal })) abort.abort();
  })();

  await assert.rejects(reading, { name: "AbortError" });
});

test("the first try that still runs is waited for", async () => {
  await using server = await scripted(problem(409, "still_running"), problem(409, "still_running"), task);

  await server.client().tasks.update(id, { title: "Weed" }, { idempotencyKey: id });

  assert.equal(server.requests.length, 3);
});
