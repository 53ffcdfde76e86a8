/** What is told at the edge of the screen for a while, and to screen readers. */
export interface Notice {
  readonly key: number;
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

const SHOWN_MS = 8000;

/** One notice at a time: the last one, until it has been there long enough. */
export class Notices {
  readonly #listeners = new Set<() => void>();
  #current: Notice | undefined;
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly current = (): Notice | undefined => this.#current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  show(text: string, undo?: () => void): void {
    this.#count += 1;
    this.#set({ key: this.#count, text, undo });
    this.hold(false);
  }

  /** While somebody looks at it, it stays. */
  hold(isHeld: boolean): void {
    clearTimeout(this.#timer);
    if (!isHeld) this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#set(undefined);
  }

  #set(notice: Notice | undefined): void {
    this.#current = notice;
    for (const listener of this.#listeners) listener();
  }
}
