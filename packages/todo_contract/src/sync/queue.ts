import type { Operation } from "../batches.js";
import type { BatchRead, Problem, Uuid } from "../schema.js";
import { newId } from "../values.js";
import type { Reading, SyncStorage, Writing } from "./storage.js";

/** An operation that the API has not answered yet, and the id of the thing that it is about. */
export interface Pending {
  readonly number: number;
  readonly id: Uuid;
  readonly operation: Operation;
}

/** An operation that the API refused, and why; it is kept until it is dismissed. */
export interface Conflict extends Pending {
  readonly problem: Refusal;
}

/** An operation that the API has done, with the change that it made; null if there was nothing to change. */
export interface Done extends Pending {
  readonly change_id: number | null;
}

export type Refusal = Pick<Problem, "code" | "status" | "detail" | "errors">;

/** What is sent in one request, under one idempotency key, as often as it takes. */
export interface Parcel {
  readonly key: string;
  readonly entries: readonly Pending[];
}

/** How a parcel ended: what was done, what was refused, and whether something has to be sent again. */
export interface Settlement {
  readonly done: readonly Done[];
  readonly conflicts: readonly Conflict[];
  readonly isDone: boolean;
}

type Sent = { readonly key: string; readonly numbers: readonly number[] };

const PENDING = "queue/pending";
const CONFLICTS = "queue/conflicts";
const STATE = "queue/state";
const NOTHING: Settlement = { done: [], conflicts: [], isDone: true };

/** Writes on their way, in their order. */
export class Queue {
  readonly #storage: SyncStorage;

  constructor(storage: SyncStorage) {
    this.#storage = storage;
  }

  /** What is to be created gets its id here, so that what is added next can use it. */
  add(operation: Operation): Promise<Pending> {
    const entry = identified(operation);
    return this.#storage.write(async (writing) => {
      const number = (await numberIn(writing, "count")) + 1;
      const pending: Pending = { number, ...entry };
      writing.put(STATE, "count", number);
      writing.put(PENDING, keyOf(number), pending);
      return pending;
    });
  }

  pending(): Promise<Pending[]> {
    return this.#storage.read(pendingIn);
  }

  conflicts(): Promise<Conflict[]> {
    return this.#storage.read(async (reading) => (await reading.all(CONFLICTS)) as Conflict[]);
  }

  dismiss({ number }: Pick<Conflict, "number">): Promise<void> {
    return this.#storage.write(async (writing) => writing.delete(CONFLICTS, keyOf(number)));
  }

  /** The parcel that was sent last if it was not settled, so that it is the same again; otherwise a new one. */
  next(size: number): Promise<Parcel | undefined> {
    return this.#storage.write(async (writing) => {
      const pending = await pendingIn(writing);
      const sent = (await writing.get(STATE, "sent")) as Sent | undefined;
      if (sent !== undefined) {
        return { key: sent.key, entries: pending.filter(({ number }) => sent.numbers.includes(number)) };
      }
      const apart = await numberIn(writing, "apart");
      const entries = pending.slice(0, (pending[0]?.number ?? 0) <= apart ? 1 : size);
      if (entries.length === 0) return undefined;
      const key = newId();
      writing.put(STATE, "sent", { key, numbers: entries.map(({ number }) => number) } satisfies Sent);
      return { key, entries };
    });
  }

  /**
   * Take off the queue what was done, and what was refused; keep what failed for the moment.
   *
   * What was refused after something that failed may have needed it, and is sent again, too.
   */
  settle(parcel: Parcel, { results }: BatchRead): Promise<Settlement> {
    return this.#storage.write(async (writing) => {
      if (!(await isSent(writing, parcel))) return NOTHING;
      const done: Done[] = [];
      const conflicts: Conflict[] = [];
      let isDone = true;
      for (const [index, entry] of parcel.entries.entries()) {
        const { status = 500, problem = null, change_id = null } = results[index] ?? {};
        isDone &&= status < 500 && status !== 429;
        if (problem !== null && !isDone) continue;
        writing.delete(PENDING, keyOf(entry.number));
        if (problem === null) done.push({ ...entry, change_id });
        else conflicts.push(refuse(writing, entry, problem));
      }
      writing.delete(STATE, "sent");
      return { done, conflicts, isDone };
    });
  }

  /** The whole request was refused, for one of them: send each by itself to find out which. */
  refused(parcel: Parcel, problem: Refusal): Promise<Settlement> {
    return this.#storage.write(async (writing) => {
      const [first, ...others] = parcel.entries;
      if (first === undefined || !(await isSent(writing, parcel))) return NOTHING;
      writing.delete(STATE, "sent");
      if (others.length > 0) {
        writing.put(STATE, "apart", others.at(-1)?.number);
        return NOTHING;
      }
      writing.delete(PENDING, keyOf(first.number));
      return { ...NOTHING, conflicts: [refuse(writing, first, problem)] };
    });
  }
}

function identified(operation: Operation): Pick<Pending, "id" | "operation"> {
  if ("id" in operation) return { id: operation.id, operation };
  const id = operation.body.id ?? newId();
  return { id, operation: { ...operation, body: { ...operation.body, id } } as Operation };
}

function refuse(writing: Writing, entry: Pending, { code, status, detail, errors }: Refusal): Conflict {
  const conflict: Conflict = { ...entry, problem: { code, status, detail, errors } };
  writing.put(CONFLICTS, keyOf(entry.number), conflict);
  return conflict;
}

async function isSent(reading: Reading, { key }: Parcel): Promise<boolean> {
  return ((await reading.get(STATE, "sent")) as Sent | undefined)?.key === key;
}

async function pendingIn(reading: Reading): Promise<Pending[]> {
  return (await reading.all(PENDING)) as Pending[];
}

async function numberIn(reading: Reading, key: string): Promise<number> {
  return ((await reading.get(STATE, key)) as number | undefined) ?? 0;
}

/** Keys are texts; with zeros in front they have the order of the numbers. */
function keyOf(number: number): string {
  return String(number).padStart(16, "0");
}
