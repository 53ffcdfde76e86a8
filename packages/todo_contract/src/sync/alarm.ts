import { isProblem } from "../problem.js";
import { unlessAborted } from "../repeating.js";

const LONGEST_MS = 30_000;

/** A sleep that can be ended early; a ring that nobody slept through ends the next one. */
export class Alarm {
  #hasRung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#hasRung = true;
    this.#wake?.();
  }

  /** Until it rings, or so many milliseconds have passed. */
  async sleep(milliseconds: number | undefined, signal: AbortSignal): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#hasRung) resolve();
      if (milliseconds !== undefined) timer = setTimeout(resolve, milliseconds);
    });
    try {
      await unlessAborted(over, signal);
    } finally {
      clearTimeout(timer);
      this.#wake = undefined;
      this.#hasRung = false;
    }
  }
}

/** Milliseconds: a time that doubles with each failure up to half a minute, and half of it at random. */
export function backoff(first: number, failures: number, error?: unknown): number {
  const asked = isProblem(error) ? (error.retryAfter ?? 0) * 1000 : 0;
  return asked + Math.min(first * 2 ** failures, LONGEST_MS) * (0.5 + Math.random() / 2);
}
