/** Why nobody is let in any more: the session has ended, or the account seems to be gone. */
export type Ending = "session" | "account";

type Message = Ending | "none" | "hello";

/** Whether one has to sign in again, as all tabs of a person know it: only one of them asks the server, for all. */
export class Standing {
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<() => void>();
  #ending: Ending | undefined;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Message>) => this.#hear(data));
    this.#say("hello");
  }

  readonly ending = (): Ending | undefined => this.#ending;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** An account that is gone stays gone, however often its session turns out to have ended. */
  end(ending: Ending): void {
    if (this.#ending === "account") return;
    this.#set(ending);
    this.#say(ending);
  }

  renew(): void {
    if (this.#ending === undefined) return;
    this.#set(undefined);
    this.#say("none");
  }

  close(): void {
    this.#channel.close();
  }

  #hear(message: Message): void {
    if (message !== "hello") this.#set(message === "none" ? undefined : message);
    else if (this.#ending !== undefined) this.#say(this.#ending);
  }

  #say(message: Message): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is of our origin alone
    this.#channel.postMessage(message);
  }

  #set(ending: Ending | undefined): void {
    if (this.#ending === ending) return;
    this.#ending = ending;
    for (const listener of this.#listeners) listener();
  }
}
