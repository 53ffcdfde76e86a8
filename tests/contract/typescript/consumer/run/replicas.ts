/** Replicas of Ada's things, and waiting for what they are going to be. */
import "fake-indexeddb/auto";

import assert from "node:assert/strict";

import {
  indexedDbStorage,
  memoryStorage,
  newId,
  sync,
  type ExportLine,
  type Sync,
  type SyncEvent,
  type SyncOptions,
  type SyncStatus,
  type SyncStorage,
  type TodoClient,
} from "@todo/contract";

import { ada } from "./person.ts";

export const todo = ada();
export const storages: Record<string, () => SyncStorage> = {
  memory: memoryStorage,
  IndexedDB: () => indexedDbStorage(newId()),
};
export const QUICK: SyncOptions = { backoff: 1, poll: 5, pageSize: 3 };

export async function synced(
  client: TodoClient,
  storage: SyncStorage,
  work: (own: Sync) => Promise<void>,
  options = QUICK,
): Promise<void> {
  const own = sync(client, storage, options);
  try {
    await work(own);
  } finally {
    await own.close();
  }
}

/** It has what the API exports; only the account's version counts every write, and is fed when the account changes. */
export async function agrees(own: Sync): Promise<void> {
  const lines: ExportLine[] = await Array.fromAsync(todo.account.export());
  assert.deepEqual(
    (await own.all("account")).map(({ version, ...account }) => account),
    [await todo.account.get()].map(({ version, ...account }) => account),
  );
  for (const kind of ["project", "section", "label", "task"] as const) {
    const documents = lines.filter((line) => line.kind === kind).map(({ data }) => data as { id: string });
    assert.deepEqual(
      await own.all(kind),
      documents.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
  }
}

/** Until it is true, looked at whenever something has happened. */
export async function until(own: Sync, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  let look: () => void = () => undefined;
  const end = own.subscribe(() => look());
  try {
    for (;;) {
      const event = new Promise<void>((resolve) => (look = resolve));
      if (await isTrue()) return;
      await event;
    }
  } finally {
    end();
  }
}

export function isStatus(own: Sync, ...statuses: SyncStatus[]): Promise<void> {
  return until(own, () => statuses.includes(own.status));
}

/** All that it tells from now on. */
export function told(own: Sync): SyncEvent[] {
  const events: SyncEvent[] = [];
  own.subscribe((event) => events.push(event));
  return events;
}
