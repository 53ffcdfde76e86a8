import { newId, type Changed, type Conflict, type Operation, type Sync, type SyncEvent, type SyncStatus, type Uuid } from "@todo/contract";

import { Draft } from "./draft.ts";
import { Overlay } from "./overlay.ts";
import { project } from "./projection.ts";
import { byId, EMPTY, type State, type Write } from "./state.ts";

/** What the screen shows: one object for one moment. */
export interface View {
  readonly state: State;
  readonly status: SyncStatus;
  readonly waiting: number;
  readonly conflicts: readonly Conflict[];
  /** Whether the copy has been read; until then nothing is known, not even that there is nothing. */
  readonly isReady: boolean;
}

/** A write on its way. */
export interface Written {
  readonly id: Uuid;
  readonly operation: Operation;
  /** The change that it made, when the API has answered; undefined if it made none, or was refused. */
  readonly change: Promise<number | undefined>;
}

type Replica = Pick<Sync, "status" | "all" | "pending" | "conflicts" | "enqueue" | "dismiss" | "subscribe">;

const TABLES = { project: "projects", section: "sections", label: "labels", task: "tasks" } as const;

/** The copy with what is queued on top of it: a write is seen at once, and reconciled when the API has answered. */
export class Store {
  readonly #replica: Replica;
  readonly #now: () => Date;
  readonly #listeners = new Set<() => void>();
  readonly #changes = new Map<number, (change: number | undefined) => void>();
  readonly #overlay = new Overlay();
  readonly #stop: () => void;
  #copy: State = EMPTY;
  #seen = 0;
  #isQueueDue = false;
  #isClosed = false;
  #reading: Promise<void> = Promise.resolve();
  #view: View;

  constructor(replica: Replica, now: () => Date = () => new Date()) {
    this.#replica = replica;
    this.#now = now;
    this.#view = { state: EMPTY, status: replica.status, waiting: 0, conflicts: [], isReady: false };
    this.#stop = replica.subscribe((event) => this.#hear(event));
    this.#read(async () => {
      await this.#loadQueue();
      await this.#load();
    });
  }

  readonly view = (): View => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** What was written, and is not stored yet: it is lost if the page goes now. */
  get unstored(): readonly Operation[] {
    return this.#overlay.starting.map(({ operation }) => operation);
  }

  /** Seen at once, all together; nothing is written any more where it is closed. */
  write(operations: readonly Operation[]): readonly Written[] {
    if (this.#isClosed) return [];
    const at = this.#now().toISOString();
    const writes = operations.map((each) => {
      const operation = withId(each);
      return { id: "id" in operation ? operation.id : (operation.body.id ?? newId()), operation, at };
    });
    const written = writes.map((write) => this.#enqueue(write));
    this.#view = { ...this.#view, state: project(this.#view.state, writes), waiting: this.#overlay.waiting };
    this.#tell();
    return written;
  }

  #enqueue({ id, operation, at }: Write): Written {
    const stored = this.#overlay.begin(id, operation, at);
    const change = this.#replica.enqueue(operation).then(
      (pending) => {
        stored(pending);
        return new Promise<number | undefined>((resolve) => this.#changes.set(pending.number, resolve));
      },
      (error: unknown) => {
        stored(undefined);
        this.#show();
        throw error;
      },
    );
    change.catch(() => undefined); // whoever does not wait for it sees that it is gone
    return { id, operation, change };
  }

  /** When all that was written has been answered; false if that takes a connection, and there is none. */
  answered(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const look = (): void => {
      const { waiting, status } = this.#view;
      if (waiting > 0 && status !== "offline") return;
      stop();
      resolve(waiting === 0);
    };
    const stop = this.subscribe(look);
    look();
    return promise;
  }

  async dismiss(conflict: Conflict): Promise<void> {
    await this.#replica.dismiss(conflict);
    this.#view = {
      ...this.#view,
      conflicts: this.#view.conflicts.filter(({ number }) => number !== conflict.number),
    };
    this.#tell();
  }

  /** Ends when nothing is read any more: a read would make the copy anew that is erased next. */
  close(): Promise<void> {
    this.#isClosed = true;
    this.#stop();
    this.#listeners.clear();
    return this.#reading;
  }

  #hear(event: SyncEvent): void {
    switch (event.type) {
      case "changed":
        if (event.items === null) this.#read(() => this.#load());
        else this.#read(async () => this.#take(event.items ?? []));
        return;
      case "done":
        this.#overlay.done(event.done, this.#seen);
        for (const { number, change_id } of event.done) this.#answer(number, change_id ?? undefined);
        return this.#show();
      case "conflict":
        this.#overlay.refused(event.conflict.number);
        this.#answer(event.conflict.number, undefined);
        return this.#show(); // what was refused is read again on `pending`, which is always told before
      case "pending":
        if (this.#isQueueDue) return;
        this.#isQueueDue = true;
        return this.#read(() => this.#loadQueue());
      case "status":
        this.#view = { ...this.#view, status: event.status };
        return this.#tell();
      case "trouble":
        return;
    }
  }

  #answer(number: number, change: number | undefined): void {
    this.#changes.get(number)?.(change);
    this.#changes.delete(number);
  }

  /** One after the other: what is told while everything is being read comes after it. */
  #read(work: () => Promise<void>): void {
    this.#reading = this.#reading.then(work).catch(() => undefined); // a storage that is gone is told by the status
  }

  async #load(): Promise<void> {
    const [accounts, projects, sections, labels, tasks] = await Promise.all([
      this.#replica.all("account"),
      this.#replica.all("project"),
      this.#replica.all("section"),
      this.#replica.all("label"),
      this.#replica.all("task"),
    ]);
    this.#copy = {
      account: accounts[0],
      projects: byId(projects),
      sections: byId(sections),
      labels: byId(labels),
      tasks: byId(tasks),
    };
    for (const { version } of [...projects, ...sections, ...labels, ...tasks]) {
      this.#seen = Math.max(this.#seen, version);
    }
    this.#overlay.seen(this.#seen);
    this.#view = { ...this.#view, isReady: true };
    this.#show();
  }

  async #loadQueue(): Promise<void> {
    this.#isQueueDue = false;
    const [pending, conflicts] = await Promise.all([this.#replica.pending(), this.#replica.conflicts()]);
    const isOther = this.#overlay.queued(pending, this.#now().toISOString());
    this.#view = { ...this.#view, conflicts };
    if (isOther) this.#show();
    else this.#tell();
  }

  #take(items: readonly Changed[]): void {
    const draft = new Draft(this.#copy);
    for (const item of items) {
      this.#seen = Math.max(this.#seen, item.version);
      if (item.kind === "account") draft.account(item.data);
      else if (item.data === null) draft.delete(TABLES[item.kind], item.id);
      else draft.put(TABLES[item.kind], item.data);
    }
    this.#copy = draft.state;
    this.#overlay.seen(this.#seen);
    this.#show();
  }

  #show(): void {
    const state = project(this.#copy, this.#overlay.writes);
    this.#view = { ...this.#view, state, waiting: this.#overlay.waiting };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What is to be created is named here, so that it can be shown before it is stored. */
function withId(operation: Operation): Operation {
  if ("id" in operation || operation.body.id !== undefined) return operation;
  return { ...operation, body: { ...operation.body, id: newId() } } as Operation;
}
