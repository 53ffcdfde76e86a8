/** A device in somebody else's hands: lines of JSON say what to do, and lines say what came of it. */
import { createInterface } from "node:readline";

import { memoryStorage, sync, type Operation, type SyncStorage, type Writing } from "@todo/contract";

import { ada, given } from "./person.ts";

type Order = { readonly enqueue: Operation } | { readonly ask: "place" | "belief"; readonly number: number };

const KINDS = ["account", "project", "section", "label", "task"] as const;

const stepsBack: string[] = [];
let loads = true;
let highest = 0;
const versions = new Map<string, number>();

const storage = watched(memoryStorage());
const own = sync(ada({ clientName: given("NAME"), timeout: 5000, fetch: overheard }), storage, {
  backoff: 50,
  poll: 200,
});
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as Order;
  if ("enqueue" in order) await own.enqueue(order.enqueue);
  else say({ number: order.number, ...(order.ask === "place" ? await place() : await belief()) });
}
await own.close();

function say(told: object): void {
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

async function place(): Promise<object> {
  const read = (await storage.read((reading) => reading.get("place", ""))) as { cursor: string } | undefined;
  return { pending: (await own.pending()).length, cursor: read?.cursor ?? null };
}

async function belief(): Promise<object> {
  const things: object[] = [];
  for (const kind of KINDS) for (const data of await own.all(kind)) things.push({ kind, data });
  const conflicts = (await own.conflicts()).map(({ operation }) => operation);
  return { things, conflicts, stepsBack };
}

/** Tells what batches are answered. */
async function overheard(request: Request): Promise<Response> {
  const isBatch = new URL(request.url).pathname === "/v1/batch";
  const asked = isBatch ? await request.clone().text() : "";
  const response = await fetch(request);
  say({ status: response.status });
  if (isBatch && response.ok) {
    const { operations } = JSON.parse(asked) as { operations: Operation[] };
    const { results } = (await response.clone().json()) as { results: object[] };
    say({ key: request.headers.get("Idempotency-Key"), operations, results });
  }
  return response;
}

/** Notes what goes backwards: no thing ever does; and changes, unlike what is loaded, come in their order. */
function watched({ read, write }: SyncStorage): SyncStorage {
  const watching = (writing: Writing): Writing => ({
    ...writing,
    put: (table, key, value) => {
      const kind = table.split("/")[1];
      if (KINDS.some((known) => known === kind)) watch(`${kind}/${key}`, value as { version: number });
      if (table === "place") ({ loads } = value as { loads: boolean });
      if (loads) highest = 0;
      writing.put(table, key, value);
    },
  });
  return { read, write: (work) => write((writing) => work(watching(writing))) };
}

function watch(thing: string, { version }: { version: number }): void {
  const before = Math.max(highest, versions.get(thing) ?? 0);
  if (version < before) stepsBack.push(`${thing} came as ${version} after ${before}`);
  versions.set(thing, version);
  highest = version;
}
