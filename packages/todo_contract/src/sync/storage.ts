/** Reads of one moment. */
export interface Reading {
  get(table: string, key: string): Promise<unknown>;
  /** All values of a table, in the order of their keys. */
  all(table: string): Promise<unknown[]>;
}

/** Reads and writes that are done together or not at all; what was written is read. */
export interface Writing extends Reading {
  put(table: string, key: string, value: unknown): void;
  delete(table: string, key: string): void;
  clear(table: string): void;
}

/**
 * Where a replica and its queue are kept: tables of JSON values by text keys, and transactions on them.
 *
 * It is one user's: another user's replica needs another storage. Writing transactions come one after the other, in
 * all tabs; a transaction awaits nothing but itself, and one that throws has not happened.
 */
export interface SyncStorage {
  /** What tells it from others, if other tabs have it, too. */
  readonly name?: string;
  read<Value>(work: (reading: Reading) => Promise<Value>): Promise<Value>;
  write<Value>(work: (writing: Writing) => Promise<Value>): Promise<Value>;
}

type Tables = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** Gone with the page or the process. */
export function memoryStorage(): SyncStorage {
  let tables: Tables = new Map();
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: (work) => work(readingOf(tables)),
    write: (work) => {
      const write = last.then(async () => {
        const changed = new Map(tables);
        const value = await work(writingOf(changed));
        tables = changed;
        return value;
      });
      last = write.catch(() => undefined);
      return write;
    },
  };
}

function readingOf(tables: Tables): Reading {
  return {
    get: async (table, key) => structuredClone(tables.get(table)?.get(key)),
    all: async (table) => {
      const entries = [...(tables.get(table) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1));
      return structuredClone(entries.map(([, value]) => value));
    },
  };
}

/** Tables are copied before they are changed, as others may be reading them. */
function writingOf(tables: Map<string, ReadonlyMap<string, unknown>>): Writing {
  const copies = new Map<string, Map<string, unknown>>();
  const own = (table: string): Map<string, unknown> => {
    const copy = copies.get(table) ?? new Map(tables.get(table));
    copies.set(table, copy);
    tables.set(table, copy);
    return copy;
  };
  return {
    ...readingOf(tables),
    put: (table, key, value) => void own(table).set(key, structuredClone(value)),
    delete: (table, key) => void own(table).delete(key),
    clear: (table) => own(table).clear(),
  };
}
