import type { Done, Operation, Pending, Uuid } from "@todo/contract";

import type { Write } from "./state.ts";

interface Entry extends Write {
  /** Its place in the queue; undefined until it has been stored there. */
  number: number | undefined;
  /** The change that it made; undefined until the API has answered. */
  change: number | null | undefined;
}

/** The writes that are shown on top of the copy: what is not done yet, and what is done but not yet in the copy. */
export class Overlay {
  #entries: Entry[] = [];
  /** Settled ones, so that a list of pending writes that was read too early brings none of them back. */
  readonly #settled = new Set<number>();

  get writes(): readonly Write[] {
    return this.#entries;
  }

  get waiting(): number {
    return this.#entries.filter(({ change }) => change === undefined).length;
  }

  /** What no queue has yet. */
  get starting(): readonly Write[] {
    return this.#entries.filter(({ number, change }) => number === undefined && change === undefined);
  }

  /** Shown from now on; call what is returned when it is stored, or could not be. */
  begin(id: Uuid, operation: Operation, at: string): (pending: Pending | undefined) => void {
    const entry: Entry = { id, operation, at, number: undefined, change: undefined };
    this.#entries.push(entry);
    return (pending) => {
      const isKnown = this.#entries.some((other) => other !== entry && other.number === pending?.number);
      if (pending === undefined || isKnown || this.#settled.has(pending.number)) {
        this.#entries = this.#entries.filter((other) => other !== entry);
      } else entry.number = pending.number;
    };
  }

  /** What the queue holds, also of other tabs and from before this page was opened; whether that is any news. */
  queued(pending: readonly Pending[], at: string): boolean {
    const known = new Map(this.#entries.map((entry) => [entry.number, entry]));
    const queue = pending
      .filter(({ number }) => !this.#settled.has(number))
      .map(({ number, id, operation }): Entry => {
        return known.get(number) ?? { number, id, operation, at, change: undefined };
      });
    const done = this.#entries.filter(({ change }) => change !== undefined);
    const starting = this.#entries.filter(({ number }) => number === undefined);
    const entries = [...done, ...queue, ...starting];
    const isNews = entries.length !== this.#entries.length || entries.some((entry, index) => entry !== this.#entries[index]);
    this.#entries = entries;
    return isNews;
  }

  done(done: readonly Done[], seen: number): void {
    for (const { number, change_id } of done) {
      this.#settled.add(number);
      const entry = this.#entries.find((each) => each.number === number);
      if (entry !== undefined) entry.change = change_id;
    }
    this.seen(seen);
  }

  /** Refused: it is not shown any more. */
  refused(number: number): void {
    this.#settled.add(number);
    this.#entries = this.#entries.filter((entry) => entry.number !== number);
  }

  /** The copy has everything up to this version; null changed nothing, and need not be waited for. */
  seen(version: number): void {
    this.#entries = this.#entries.filter(({ change }) => change === undefined || (change ?? 0) > version);
  }
}
