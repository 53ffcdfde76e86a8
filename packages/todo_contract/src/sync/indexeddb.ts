import type { Reading, SyncStorage, Writing } from "./storage.js";

const RECORDS = "records";

/** A database of the browser, shared by all of a user's tabs; name it after the user. */
export function indexedDbStorage(name: string): SyncStorage {
  let opened: Promise<IDBDatabase> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const open = (): Promise<IDBDatabase> => {
    opened ??= openDatabase(name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
  return {
    name,
    read: async (work) => transact(await open(), "readonly", work),
    write: async (work) => transact(await open(), "readwrite", work),
  };
}

async function openDatabase(name: string, lost: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(RECORDS);
  const database = await answerOf(request);
  database.onclose = lost; // such as when the user clears the site's data
  database.onversionchange = () => {
    database.close();
    lost();
  };
  return database;
}

/** Every key is a table and a key within it; all that begin with the table are the table. */
async function transact<Value>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (writing: Writing) => Promise<Value>,
): Promise<Value> {
  const transaction = database.transaction(RECORDS, mode, { durability: "strict" });
  const over = completionOf(transaction);
  over.catch(() => undefined); // if the work fails, its error is the one that is told
  const records = transaction.objectStore(RECORDS);
  const whole = (table: string): IDBKeyRange => IDBKeyRange.bound([table], [table, []]);
  const reading: Reading = {
    get: (table, key) => answerOf(records.get([table, key])),
    all: (table) => answerOf(records.getAll(whole(table))),
  };
  try {
    const value = await work({
      ...reading,
      put: (table, key, value) => void records.put(value, [table, key]),
      delete: (table, key) => void records.delete([table, key]),
      clear: (table) => void records.delete(whole(table)),
    });
    await over;
    return value;
  } catch (error) {
    if (transaction.error === null) abort(transaction);
    throw transaction.error ?? error;
  }
}

/** Undo it, unless it is over. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
  }
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as DOMException);
  });
}

function completionOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
}
