import { answered, sent, type Http, type WriteOptions } from "./http.js";
import type { Batch, BatchRead } from "./schema.js";

/** A write in the shape of a batch: `op` says which. */
export type Operation = Batch["operations"][number];

/** Many writes in one request. */
export class Batches {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** All of them or none in mode `atomic`; in mode `each` every one for itself. The results are in their order. */
  run(batch: Batch, options?: Omit<WriteOptions, "ifMatch">): Promise<BatchRead> {
    return answered(this.#http.POST("/v1/batch", { body: batch, ...sent(options) }));
  }
}
