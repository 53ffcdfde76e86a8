import { answered, at, sent, type Http, type WriteOptions } from "./http.js";
import type { Uuid } from "./schema.js";

/** What is deleted from here is gone. `tasks.all({ trash: true })` lists what is in it. */
export class Trash {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** One task, with its subtasks. */
  purge(task_id: Uuid, options?: WriteOptions): Promise<void> {
    return answered(this.#http.DELETE("/v1/trash/{task_id}", at({ task_id }, options)));
  }

  /** All tasks and projects that are in it. */
  empty(options?: WriteOptions): Promise<void> {
    return answered(this.#http.DELETE("/v1/trash", sent(options)));
  }
}
