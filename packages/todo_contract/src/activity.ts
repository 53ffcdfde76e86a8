import { Collection } from "./collection.js";
import { answered, sent, type Http, type ReadOptions } from "./http.js";
import type { ActivityPage, ActivityRead, operations, Uuid } from "./schema.js";

export type ActivityQuery = NonNullable<operations["list_activity"]["parameters"]["query"]>;

/** What was done, the last first: to which thing, by which client, and what each field was and became. */
export class Activity extends Collection<ActivityQuery, ActivityRead> {
  override list(query: ActivityQuery = {}, options?: ReadOptions): Promise<ActivityPage> {
    return answered(this.http.GET("/v1/activity", { params: { query }, ...sent(options) }));
  }
}

/** The same of one task. */
export class TaskActivity extends Collection<ActivityQuery, ActivityRead> {
  readonly #task_id: Uuid;

  constructor(http: Http, task_id: Uuid) {
    super(http);
    this.#task_id = task_id;
  }

  override list(query: ActivityQuery = {}, options?: ReadOptions): Promise<ActivityPage> {
    const params = { path: { task_id: this.#task_id }, query };
    return answered(this.http.GET("/v1/tasks/{task_id}/activity", { params, ...sent(options) }));
  }
}
