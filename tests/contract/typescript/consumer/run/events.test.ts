/** Events of a stream, wherever the network cut it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { EventParser, isProblem, TodoUnreachable, type LiveEvent, type TodoClient } from "@todo/contract";

import { problem, scripted, streamOf, type Answer } from "./scripted.ts";

const message = (data: string, id = "") => ({ name: "message", data, id });

const texts: Record<string, [string, object[]]> = {
  "line feeds": ["data: one\n\ndata: two\n\n", [message("one"), message("two")]],
  "carriage returns": ["data: one\r\rdata: two\r\r", [message("one"), message("two")]],
  "both, one after the other": ["data: one\r\n\r\ndata: two\r\n\r\n", [message("one"), message("two")]],
  "several lines of data": ["data: one\ndata\ndata:two\n\n", [message("one\n\ntwo")]],
  "names and ids": [
    "event: changes\nid: 7\ndata: {}\n\nevent: pull\ndata: {}\n\n",
    [
      { name: "changes", data: "{}", id: "7" },
      { name: "pull", data: "{}", id: "7" },
    ],
  ],
  "comments and unknown fields": [
    ": \n\n:heartbeat\nretry: 1000\nfoo: bar\ndata: one\n: \n\n",
    [message("one")],
  ],
  "one space is taken off": ["data:  one: two \n\n", [message(" one: two ")]],
  "no data, no event": ["event: changes\nid: 7\n\ndata: one\n\n", [message("one", "7")]],
  "an id with a NUL": ["id: 7\nid: 8\0\ndata: one\n\n", [message("one", "7")]],
  "what is not complete": ["data: one\n\ndata: two\n", [message("one")]],
};
for (const [name, [text, events]] of Object.entries(texts)) {
  test(`a stream of ${name}`, () => {
    assert.deepEqual(new EventParser().push(text), events);
    const letters = new EventParser();
    assert.deepEqual(
      text.split("").flatMap((letter) => letters.push(letter)),
      events,
    );
    for (let cut = 0; cut <= text.length; cut++) {
      const parser = new EventParser();
      assert.deepEqual([...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))], events);
    }
  });
}

const page = { items: [], next_cursor: "käse-🧀", has_more: false };
const changes = `event: changes\r\nid: 1\r\ndata: ${JSON.stringify(page)}\r\n\r\n`;

async function liveEvents(todo: TodoClient, silence?: number): Promise<LiveEvent[]> {
  return Array.fromAsync(todo.changes.live("here", { silence }));
}

test("a stream is understood byte by byte, with or without a byte order mark", async () => {
  const text = `\uFEFF: \n\n${changes}event: later\ndata: {}\n\nevent: pull\ndata: {}\n\n`;
  await using server = await scripted(streamOf(...new TextEncoder().encode(text)));

  assert.deepEqual(await liveEvents(server.client()), [
    { type: "open" },
    { type: "changes", page },
    { type: "pull" },
  ]);
  assert.deepEqual(server.requests, ["GET /v1/events?after=here Bearer token"]);
});

test("a stream that says nothing is given up", async () => {
  await using server = await scripted((response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" }).write(": \n\n");
  });

  await assert.rejects(liveEvents(server.client(), 50), (error) => {
    return error instanceof TodoUnreachable && error.reason === "timeout";
  });
});

test("a stream that breaks off says so, after what it had said", async () => {
  const half: Answer = (response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write(`${changes}event: cha`, () => response.destroy());
  };
  await using server = await scripted(half);
  const types: string[] = [];
  const reading = (async () => {
    for await (const { type } of server.client().changes.live()) types.push(type);
  })();

  await assert.rejects(reading, (error) => error instanceof TodoUnreachable && error.reason === "network");
  assert.deepEqual(types, ["open", "changes"]);
});

test("a stream that is refused says why", async () => {
  await using server = await scripted(problem(410, "feed_expired"));

  await assert.rejects(liveEvents(server.client()), (error) => isProblem(error, "feed_expired"));
});

test("a stream may be longer than a call, and can be aborted", async () => {
  const abort = new AbortController();
  await using server = await scripted((response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const clock = setInterval(() => response.write(changes), 5);
    response.on("close", () => clearInterval(clock));
  });
  let events = 0;
  const reading = (async () => {
    const live = server.client({ timeout: 50 }).changes.live("here", { signal: abort.signal });
    for await (const _ of live) if (++events === 20) abort.abort();
  })();

  await assert.rejects(reading, { name: "AbortError" });
  assert.equal(events, 20);
});

test("a quiet stream ends when it is aborted, whatever was collected as garbage meanwhile", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const abort = new AbortController();
  await using server = await scripted((response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" }).write(": \n\n");
  });
  const live = server.client().changes.live("here", { signal: abort.signal });
  assert.deepEqual(await live.next(), { done: false, value: { type: "open" } });

  const reading = live.next();
  for (let times = 0; times < 5; times++) {
    await new Promise(setImmediate);
    collect();
  }
  abort.abort();

  await assert.rejects(reading, { name: "AbortError" });
});
