import { answered, sent, type Http, type ReadOptions, type WriteOptions } from "./http.js";
import { TodoUnreachable } from "./problem.js";
import type { AccountRead, AccountUpdate, ExportLine } from "./schema.js";

/** Everything of the user who asks. */
export class Account {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  get(options?: ReadOptions): Promise<AccountRead> {
    return answered(this.#http.GET("/v1/account", sent(options)));
  }

  update(update: AccountUpdate, options?: WriteOptions): Promise<AccountRead> {
    return answered(this.#http.PATCH("/v1/account", { body: update, ...sent(options) }));
  }

  /** Everything is gone at once and for good. */
  delete(options?: WriteOptions): Promise<void> {
    return answered(this.#http.DELETE("/v1/account", sent(options)));
  }

  /** The account, then projects, sections, labels and tasks, as of one moment, while they arrive. */
  async *export(options?: ReadOptions): AsyncGenerator<ExportLine, void, undefined> {
    const body = await answered(
      this.#http.GET("/v1/account/export", { parseAs: "stream", ...sent(options) }),
    );
    if (body === null) return;
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    try {
      for (let rest = "", read = await reader.read(); !read.done; read = await reader.read()) {
        const lines = (rest + read.value).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) yield JSON.parse(line) as ExportLine;
      }
    } catch (error) {
      options?.signal?.throwIfAborted();
      throw new TodoUnreachable("network", "The export broke off.", error);
    } finally {
      await reader.cancel().catch(() => undefined); // it has broken off already, or nobody wants the rest
    }
  }
}
