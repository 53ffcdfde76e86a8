/** The tabs that share a storage: one of them works for all, and each hears what the others say. */
export class Tabs<Message> {
  readonly #name: string | undefined;
  #channel: BroadcastChannel | undefined;

  /** Without a name there is nobody else. */
  constructor(name: string | undefined, hear: (message: Message) => void) {
    this.#name = name === undefined ? undefined : `@todo/contract/${name}`;
    if (this.#name === undefined || !("BroadcastChannel" in globalThis)) return;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  }

  say(message: Message): void {
    this.#channel?.postMessage(message);
  }

  /** Work as soon as no other tab does; where there are no locks each works, which costs more and does no harm. */
  async lead(work: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
    const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
    if (this.#name === undefined || locks === undefined) await work();
    else await locks.request(this.#name, { signal }, work);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined; // a closed one takes no messages
  }
}
