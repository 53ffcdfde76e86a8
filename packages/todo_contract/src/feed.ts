import { EventParser, type StreamEvent } from "./events.js";
import { answered, sent, type Http, type ReadOptions, type WriteOptions } from "./http.js";
import { TodoUnreachable } from "./problem.js";
import { unlessAborted } from "./repeating.js";
import type { Changes, operations, Undo, Undone } from "./schema.js";

const SILENCE_MS = 45_000;

export type FeedQuery = NonNullable<operations["list_changes"]["parameters"]["query"]>;

/** Something that changed: the document as it is now, or null if it is gone for good. */
export type Changed = Changes["items"][number];

/** What a live stream says: it flows; this has changed; or so much has that it is to be read with `list`. */
export type LiveEvent =
  | { readonly type: "open" }
  | { readonly type: "changes"; readonly page: Changes }
  | { readonly type: "pull" };

export interface LiveOptions extends ReadOptions {
  /** Milliseconds without a byte after which the connection counts as lost; the API says something every 15 s. */
  readonly silence?: number | undefined;
}

/** Everything that happens to one user's things, in one order. */
export class Feed {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** What has changed since a cursor; without one, everything there is. */
  list(query: FeedQuery = {}, options?: ReadOptions): Promise<Changes> {
    return answered(this.#http.GET("/v1/changes", { params: { query }, ...sent(options) }));
  }

  /** The same, live: from that cursor on without a gap, until the API ends it; then ask again from the last page's. */
  async *live(after?: string, options: LiveOptions = {}): AsyncGenerator<LiveEvent, void, undefined> {
    const params = { query: after === undefined ? {} : { after } };
    const body = await answered(
      this.#http.GET("/v1/events", { params, parseAs: "stream", ...sent(options) }),
    );
    if (body === null) return;
    const parser = new EventParser();
    let isOpen = false;
    for await (const text of texts(body, options)) {
      if (!isOpen) yield { type: "open" };
      isOpen = true;
      for (const event of parser.push(text)) yield* understood(event);
    }
  }

  /** Takes changes back, all of them or none: `change_ids` of the activity. What it answers, undone, is the redo. */
  undo(undo: Undo, options?: WriteOptions): Promise<Undone> {
    return answered(this.#http.POST("/v1/undo", { body: undo, ...sent(options) }));
  }
}

/** The pieces of a stream; an error if it breaks off, or falls silent. */
async function* texts(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  { silence = SILENCE_MS, signal }: LiveOptions,
): AsyncGenerator<string, void, undefined> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let isSilent = false;
  const hangUp = (): void => {
    isSilent = true;
    void reader.cancel().catch(() => undefined);
  };
  try {
    for (;;) {
      const timer = setTimeout(hangUp, silence);
      // The body's own signal is not enough: Node may collect what links it to this one while the stream is quiet.
      const reading = signal === undefined ? reader.read() : unlessAborted(reader.read(), signal);
      const read = await reading.finally(() => clearTimeout(timer));
      if (isSilent) throw new TodoUnreachable("timeout", `The stream was silent for ${silence} ms.`);
      if (read.done) return;
      yield read.value;
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof TodoUnreachable
      ? error
      : new TodoUnreachable("network", "The stream broke off.", error);
  } finally {
    await reader.cancel().catch(() => undefined); // it has broken off already, or nobody wants the rest
  }
}

/** Events of other names are of a later version of the API, and not for us. */
function* understood({ name, data }: StreamEvent): Generator<LiveEvent, void, undefined> {
  if (name === "pull") yield { type: "pull" };
  if (name === "changes") yield { type: "changes", page: JSON.parse(data) as Changes };
}
