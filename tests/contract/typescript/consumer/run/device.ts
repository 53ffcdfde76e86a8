/** A device in somebody else's hands: lines of JSON say what to do, and lines say what came of it. */
import { createInterface } from "node:readline";

import { memoryStorage, sync, type Operation, type SyncStorage, type Writing } from "@todo/contract";

import { ada, given } from "./person.ts";

type Order = { readonly enqueue: Operation } | { readonly ask: "place" | "belief" };

const KINDS = ["account", "project", "section", "label", "task"] as const;

let stepsBack = 0;
const highest = new Map<string, number>();
const versions = new Map<string, number>();

const storage = watched(memoryStorage());
const own = sync(ada({ clientName: given("NAME"), timeout: 5000, fetch: overheard }), storage, {
  backoff: 50,
  poll: 200,
});
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as Order;
  if ("enqueue" in order) await own.enqueue(order.enqueue);
  else say(order.ask === "place" ? await place() : await belief());
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

/** Counts what goes backwards; each side of the replica is filled from the beginning. */
function watched({ read, write }: SyncStorage): SyncStorage {
  const watching = (writing: Writing): Writing => ({
    ...writing,
    put: (table, key, value) => {
      const [side = "", kind] = table.split("/");
      if (KINDS.some((known) => known === kind)) {
        const { version } = value as { version: number };
        const thing = `${kind}/${key}`;
        if (version < Math.max(highest.get(side) ?? 0, versions.get(thing) ?? 0)) stepsBack += 1;
        highest.set(side, version);
        versions.set(thing, version);
      }
      writing.put(table, key, value);
    },
    clear: (table) => {
      highest.delete(table.split("/")[0] ?? "");
      writing.clear(table);
    },
  });
  return { read, write: (work) => write((writing) => work(watching(writing))) };
}
