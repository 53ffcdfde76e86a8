import type { Account } from "../account.js";
import type { Changed, Feed } from "../feed.js";
import { isProblem } from "../problem.js";
import type { Changes } from "../schema.js";
import { Alarm, backoff } from "./alarm.js";
import { ForeignStorage } from "./owner.js";
import type { Place, Replica } from "./replica.js";

/**
 * `loading` everything; up to date and `live`, or `polling` for what is new; or nobody can be reached.
 *
 * It has ended if it is `foreign`: the storage belongs to another user.
 */
export type SyncStatus = "loading" | "live" | "polling" | "offline" | "foreign";

/** A stream that was open for longer is no sign of trouble when it ends. */
const LASTING_MS = 30_000;

export interface FollowerOptions {
  /** Milliseconds to wait after a first failure. */
  readonly backoff: number;
  /** Milliseconds between two looks at the feed, while there is no stream. */
  readonly poll: number;
  /** Milliseconds without a byte after which a stream counts as lost. */
  readonly silence: number;
  /** How many changes a page of the feed has at most. */
  readonly pageSize: number;
}

/** What the follower has to tell. */
export interface FollowerReport {
  /** These were taken in; null if anything may be different. */
  changed(items: readonly Changed[] | null): void;
  status(status: SyncStatus): void;
  /** Whether the storage is known to be of the user who asks. */
  owned(isOwned: boolean): void;
  troubled(error: unknown): void;
  /** The API answers again. */
  reached(): void;
}

/** Keeps a replica up to date: the feed to its end, then the live stream from there, and again. */
export class Follower {
  /** Rings when it may be worth looking again. */
  readonly alarm = new Alarm();
  readonly #account: Account;
  readonly #feed: Feed;
  readonly #replica: Replica;
  readonly #report: FollowerReport;
  readonly #options: FollowerOptions;
  /** How many streams have ended early, one after the other, and until when none is asked for. */
  #ends = 0;
  #notBefore = 0;

  constructor(
    todo: { readonly account: Account; readonly changes: Feed },
    replica: Replica,
    report: FollowerReport,
    options: FollowerOptions,
  ) {
    this.#account = todo.account;
    this.#feed = todo.changes;
    this.#replica = replica;
    this.#report = report;
    this.#options = options;
  }

  /** Until the signal is aborted, which is thrown, as is `ForeignStorage`. */
  async run(signal: AbortSignal): Promise<never> {
    for (let failures = 0; ; ) {
      try {
        const place = await this.#catchUp(signal);
        if (failures > 0) this.#report.reached();
        failures = 0;
        if (performance.now() >= this.#notBefore) await this.#listen(place, signal);
        else {
          this.#report.status("polling");
          await this.alarm.sleep(this.#options.poll * (0.5 + Math.random()), signal);
        }
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ForeignStorage) throw error;
        this.#report.status("offline");
        this.#report.troubled(error);
        await this.alarm.sleep(backoff(this.#options.backoff, failures++, error), signal);
      }
    }
  }

  /** The place behind everything that had happened. */
  async #catchUp(signal: AbortSignal): Promise<Place> {
    for (;;) {
      const place = await this.#replica.place();
      signal.throwIfAborted();
      if (place.loads) this.#report.status("loading");
      try {
        const query = {
          limit: this.#options.pageSize,
          ...(place.cursor !== null && { after: place.cursor }),
        };
        const page = await this.#feed.list(query, { signal });
        const next = await this.#take(page, place);
        if (next !== undefined) this.#report.owned(true);
        if (next !== undefined && !page.has_more) return next;
      } catch (error) {
        if (!isExpired(error) || place.cursor === null) throw error;
        await this.#startOver(place, error, signal);
      }
    }
  }

  /** A cursor that the API refuses is damaged, or of another user, and so is then all that is stored with it. */
  async #startOver(place: Place, error: unknown, signal: AbortSignal): Promise<void> {
    if (isProblem(error, "invalid_cursor")) {
      this.#report.owned(false);
      await this.#replica.claim((await this.#account.get({ signal })).user_id);
    }
    await this.#replica.startOver(place);
  }

  /** Follow the stream until it ends or is lost; nothing is missed in between. */
  async #listen(place: Place, signal: AbortSignal): Promise<void> {
    const began = performance.now();
    let isOpen = false;
    let failure: unknown;
    try {
      const { silence } = this.#options;
      for await (const event of this.#feed.live(place.cursor ?? undefined, { signal, silence })) {
        if (event.type === "pull") return;
        this.#report.status("live");
        isOpen = true;
        const next = event.type === "changes" ? await this.#take(event.page, place) : place;
        if (next === undefined) return;
        place = next;
      }
    } catch (error) {
      signal.throwIfAborted();
      if (isExpired(error)) await this.#startOver(place, error, signal);
      else this.#report.troubled(error);
      failure = error;
    }
    if (isOpen && performance.now() - began > LASTING_MS) this.#ends = 0;
    const wait = backoff(this.#options.backoff, this.#ends++, failure);
    if (isOpen && this.#ends === 1) await this.alarm.sleep(wait, signal);
    else this.#notBefore = performance.now() + wait;
  }

  async #take(page: Changes, from: Place): Promise<Place | undefined> {
    const place = await this.#replica.apply(page, from);
    if (place === undefined || (from.loads && !place.loads)) this.#report.changed(null);
    else if (!from.loads && page.items.length > 0) this.#report.changed(page.items);
    return place;
  }
}

function isExpired(error: unknown): boolean {
  return isProblem(error, "feed_expired", "invalid_cursor");
}
