import type { Batches } from "../batches.js";
import { isProblem, TodoProblem } from "../problem.js";
import { Alarm, backoff } from "./alarm.js";
import type { Conflict, Parcel, Queue, Settlement } from "./queue.js";

/** Statuses by which the API says that a request is bad, and will be bad the next time. */
const REFUSALS = new Set([400, 413, 422]);

export interface SenderOptions {
  /** Milliseconds to wait after a first failure. */
  readonly backoff: number;
  /** How many operations a request has at most. */
  readonly batchSize: number;
}

/** What the sender has to tell. */
export interface SenderReport {
  settled(settlement: Settlement): void;
  troubled(error: unknown): void;
}

/** Sends what is in the queue, one request after the other, until the API has answered each. */
export class Sender {
  /** Rings when there is something to send. */
  readonly work = new Alarm();
  /** Rings when it may be worth trying again. */
  readonly network = new Alarm();
  readonly #batches: Batches;
  readonly #queue: Queue;
  readonly #report: SenderReport;
  readonly #options: SenderOptions;
  #isAllowed = false;

  constructor(batches: Batches, queue: Queue, report: SenderReport, options: SenderOptions) {
    this.#batches = batches;
    this.#queue = queue;
    this.#report = report;
    this.#options = options;
  }

  /** Send, or do not: only what is known to be of the user who sends it may be sent. */
  allow(isAllowed: boolean): void {
    if (isAllowed && !this.#isAllowed) this.work.ring();
    this.#isAllowed = isAllowed;
  }

  /** Until the signal is aborted, which is thrown. */
  async run(signal: AbortSignal): Promise<never> {
    for (let failures = 0; ; ) {
      try {
        const parcel = this.#isAllowed ? await this.#queue.next(this.#options.batchSize) : undefined;
        signal.throwIfAborted();
        if (parcel === undefined) {
          await this.work.sleep(undefined, signal);
          continue;
        }
        const settlement = await this.#send(parcel, signal);
        this.#report.settled(settlement);
        if (settlement.isDone) failures = 0;
        else await this.network.sleep(backoff(this.#options.backoff, failures++), signal);
      } catch (error) {
        signal.throwIfAborted();
        this.#report.troubled(error);
        await this.network.sleep(backoff(this.#options.backoff, failures++, error), signal);
      }
    }
  }

  async #send(parcel: Parcel, signal: AbortSignal): Promise<Settlement> {
    const operations = parcel.entries.map(({ operation }) => operation);
    try {
      const answer = await this.#batches.run(
        { mode: "each", operations },
        { idempotencyKey: parcel.key, signal },
      );
      return await this.#queue.settle(parcel, answer);
    } catch (error) {
      if (!isProblem(error) || !REFUSALS.has(error.status)) throw error;
      return this.#queue.refused(parcel, refusalOf(error));
    }
  }
}

function refusalOf({ code, status, message, errors }: TodoProblem): Conflict["problem"] {
  return { code, status, detail: message, errors: [...errors] };
}
