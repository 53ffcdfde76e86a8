const KEY = "todo.leaving";
const PATH = "/api/auth/sign-out";
const PATIENCE_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;

export interface FarewellOptions {
  /** A mark that outlives the page. It says that somebody left, not who. */
  readonly mark: { readonly isSet: () => boolean; readonly set: () => void; readonly clear: () => void };
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Does the work while no other tab does such work. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Until it may be worth trying again; at most so many milliseconds. */
  readonly pause: (atMost: number) => Promise<void>;
}

/**
 * Telling the server that somebody has signed out. The cookie is out of reach of scripts and stays until the server takes
 * it away, so that whoever left without a network would be let in again: until then, nobody may be taken for who the cookie says.
 */
export class Farewell {
  readonly #options: FarewellOptions;

  constructor(options: FarewellOptions) {
    this.#options = options;
  }

  isOwed(): boolean {
    return this.#options.mark.isSet();
  }

  /** From now on it is owed, even if the page is closed. Ends when the server has been told. */
  async say(): Promise<void> {
    this.#options.mark.set();
    await this.keepTrying();
  }

  /** Throws if nobody answers. Has to be over before anybody signs in: it would sign them out again. */
  settle(): Promise<void> {
    const { alone, fetch, mark } = this.#options;
    return alone(async () => {
      if (!mark.isSet()) return;
      const response = await fetch(PATH, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{}",
        credentials: "same-origin",
        keepalive: true, // whoever signs out may close the page at once
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!response.ok) throw new Error(`Not signed out: status ${response.status}.`);
      mark.clear();
    });
  }

  async keepTrying(): Promise<void> {
    for (let wait = 1000; this.isOwed(); wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      await this.settle().catch(() => this.#options.pause(wait));
    }
  }
}

/** That of this browser, which all its tabs share. */
export const farewell = new Farewell({
  mark: {
    isSet: () => localStorage.getItem(KEY) !== null,
    set: () => localStorage.setItem(KEY, "1"),
    clear: () => localStorage.removeItem(KEY),
  },
  fetch: (path, init) => fetch(path, init),
  // Where there are no locks, which is where there is no TLS, tabs may tell it twice.
  alone: (work) => (navigator as Partial<Navigator>).locks?.request(KEY, work) ?? work(),
  pause: (atMost) =>
    new Promise((resolve) => {
      setTimeout(resolve, atMost);
      addEventListener("online", () => resolve(), { once: true });
    }),
});
