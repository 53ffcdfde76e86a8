import type { Reading, SyncStorage, Writing } from "./storage.js";

const OWNER = "owner";

/** The storage is left as it is, and nothing of it was sent: to go on, use another one. */
export class ForeignStorage extends Error {
  override readonly name = "ForeignStorage";

  constructor() {
    super("This storage belongs to another user.");
  }
}

/** It is the storage of whoever comes first; `ForeignStorage` if that was somebody else. */
export async function claim(writing: Writing, userId: string): Promise<void> {
  const owner = await writing.get(OWNER, "");
  if (owner === undefined) writing.put(OWNER, "", userId);
  else if (owner !== userId) throw new ForeignStorage();
}

/** A storage, for as long as it is not known to be somebody else's. */
export class OwnStorage implements SyncStorage {
  readonly #storage: SyncStorage;
  #isForeign = false;

  constructor(storage: SyncStorage) {
    this.#storage = storage;
  }

  /** From now on it is neither read nor written. */
  leave(): void {
    this.#isForeign = true;
  }

  async read<Value>(work: (reading: Reading) => Promise<Value>): Promise<Value> {
    if (this.#isForeign) throw new ForeignStorage();
    return this.#storage.read(work);
  }

  async write<Value>(work: (writing: Writing) => Promise<Value>): Promise<Value> {
    if (this.#isForeign) throw new ForeignStorage();
    return this.#storage.write(work);
  }
}
