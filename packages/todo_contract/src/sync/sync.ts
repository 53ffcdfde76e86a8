import type { Operation } from "../batches.js";
import type { TodoClient } from "../client.js";
import type { Changed } from "../feed.js";
import type { Uuid } from "../schema.js";
import { Follower, type FollowerOptions, type SyncStatus } from "./follower.js";
import { ForeignStorage, OwnStorage } from "./owner.js";
import { Queue, type Conflict, type Done, type Pending, type Settlement } from "./queue.js";
import { Replica, type Documents, type Kind } from "./replica.js";
import { Sender, type SenderOptions } from "./sender.js";
import type { SyncStorage } from "./storage.js";
import { Tabs } from "./tabs.js";

const DEFAULTS = { backoff: 1000, poll: 3000, silence: 45_000, pageSize: 500, batchSize: 100 };

export type SyncOptions = Partial<FollowerOptions & SenderOptions>;

/** What a listener is told: things have changed (null: anything may have), or the queue, or how it goes. */
export type SyncEvent =
  | { readonly type: "changed"; readonly items: readonly Changed[] | null }
  | { readonly type: "status"; readonly status: SyncStatus }
  | { readonly type: "pending" }
  | { readonly type: "done"; readonly done: readonly Done[] }
  | { readonly type: "conflict"; readonly conflict: Conflict }
  | { readonly type: "trouble"; readonly error: unknown };

type Shared = Exclude<SyncEvent, { type: "trouble" }>;
type Message = Shared | { readonly type: "hello" } | { readonly type: "hurry" };

/** Begins at once to keep a copy of the user's things, and to send what was queued; `close` ends it. */
export function sync(todo: TodoClient, storage: SyncStorage, options: SyncOptions = {}): Sync {
  return new Sync(todo, storage, options);
}

/** A local copy of one user's things that follows the API, and a queue of writes to it. */
export class Sync {
  readonly #storage: OwnStorage;
  readonly #replica: Replica;
  readonly #queue: Queue;
  readonly #follower: Follower;
  readonly #sender: Sender;
  readonly #tabs: Tabs<Message>;
  readonly #listeners = new Set<(event: SyncEvent) => void>();
  readonly #closing = new AbortController();
  readonly #running: Promise<unknown>;
  #status: SyncStatus = "loading";
  #leads = false;

  constructor(todo: TodoClient, storage: SyncStorage, options: SyncOptions) {
    const settings = { ...DEFAULTS, ...options };
    const troubled = (error: unknown): void => this.#tell({ type: "trouble", error });
    this.#tabs = new Tabs(storage.name, (message) => this.#hear(message));
    this.#storage = new OwnStorage(storage);
    this.#replica = new Replica(this.#storage);
    this.#queue = new Queue(this.#storage);
    this.#follower = new Follower(
      todo,
      this.#replica,
      {
        changed: (items) => this.#share({ type: "changed", items }),
        status: (status) => this.#is(status),
        owned: (isOwned) => this.#sender.allow(isOwned),
        troubled,
        reached: () => this.#sender.network.ring(),
      },
      settings,
    );
    this.#sender = new Sender(
      todo.batches,
      this.#queue,
      { settled: (settlement) => this.#settled(settlement), troubled },
      settings,
    );
    const { signal } = this.#closing;
    const work = (): Promise<unknown> => {
      this.#leads = true;
      const following = this.#follower.run(signal).catch((error: unknown) => {
        if (error instanceof ForeignStorage) this.#leave();
      });
      return Promise.allSettled([following, this.#sender.run(signal)]);
    };
    this.#running = this.#tabs.lead(work, signal).catch(() => undefined); // it was closed before its turn came
    this.#tabs.say({ type: "hello" });
    if ("addEventListener" in globalThis) globalThis.addEventListener("online", this.hurry, { signal });
  }

  get status(): SyncStatus {
    return this.#status;
  }

  /** As the API has told it; what is still in the queue is not in it. */
  get<K extends Kind>(kind: K, id: Uuid): Promise<Documents[K] | undefined> {
    return this.#replica.get(kind, id);
  }

  /** All of a kind, in the order of their ids; also what is completed, and what is in the trash. */
  all<K extends Kind>(kind: K): Promise<Documents[K][]> {
    return this.#replica.all(kind);
  }

  /** Returns what ends it. */
  subscribe(listener: (event: SyncEvent) => void): () => void {
    const own = (event: SyncEvent): void => listener(event);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Stored when it returns, sent when that is possible, after what was queued before. */
  async enqueue(operation: Operation): Promise<Pending> {
    const pending = await this.#queue.add(operation);
    this.#sender.work.ring();
    this.#share({ type: "pending" });
    return pending;
  }

  /** What the API has not answered yet. */
  pending(): Promise<Pending[]> {
    return this.#queue.pending();
  }

  /** What the API has refused, until it is dismissed. */
  conflicts(): Promise<Conflict[]> {
    return this.#queue.conflicts();
  }

  dismiss(conflict: Pick<Conflict, "number">): Promise<void> {
    return this.#queue.dismiss(conflict);
  }

  /** Look and send now, and not at the end of a pause: there is a network again, or the user is back. */
  readonly hurry = (): void => {
    this.#wake();
    this.#tabs.say({ type: "hurry" });
  };

  /** Stop; what is queued stays stored. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
    this.#tabs.close();
  }

  /** The other tabs are told nothing: they may be the owner's. */
  #leave(): void {
    this.#storage.leave();
    this.#closing.abort();
    this.#tabs.close();
    this.#is("foreign");
  }

  #wake(): void {
    this.#follower.alarm.ring();
    this.#sender.network.ring();
  }

  /** What was done is told first: it is not pending any more, and perhaps not in the copy yet. */
  #settled({ done, conflicts }: Settlement): void {
    if (done.length > 0) this.#share({ type: "done", done });
    this.#share({ type: "pending" });
    for (const conflict of conflicts) this.#share({ type: "conflict", conflict });
    if (this.#status === "polling" || this.#status === "offline") this.#follower.alarm.ring();
  }

  #is(status: SyncStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#share({ type: "status", status });
  }

  #share(event: Shared): void {
    this.#tell(event);
    this.#tabs.say(event);
  }

  #hear(message: Message): void {
    if (message.type === "hurry") this.#wake();
    else if (message.type !== "hello") {
      if (message.type === "status") this.#status = message.status;
      if (message.type === "pending") this.#sender.work.ring();
      this.#tell(message);
    } else if (this.#leads) this.#tabs.say({ type: "status", status: this.#status });
  }

  /** One listener's error is its own, and keeps nobody else from hearing. */
  #tell(event: SyncEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
