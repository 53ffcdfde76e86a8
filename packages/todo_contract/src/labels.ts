import { Collection } from "./collection.js";
import { answered, at, sent, type ReadOptions, type WriteOptions } from "./http.js";
import type { LabelCreate, LabelPage, LabelRead, LabelUpdate, operations, Place, Uuid } from "./schema.js";

export type LabelQuery = NonNullable<operations["list_labels"]["parameters"]["query"]>;

export class Labels extends Collection<LabelQuery, LabelRead> {
  override list(query: LabelQuery = {}, options?: ReadOptions): Promise<LabelPage> {
    return answered(this.http.GET("/v1/labels", { params: { query }, ...sent(options) }));
  }

  /** With an `id` from `newId()` the same create can be sent twice and makes one label. */
  create(label: LabelCreate, options?: WriteOptions): Promise<LabelRead> {
    return answered(this.http.POST("/v1/labels", { body: label, ...sent(options) }));
  }

  get(label_id: Uuid, options?: ReadOptions): Promise<LabelRead> {
    return answered(this.http.GET("/v1/labels/{label_id}", at({ label_id }, options)));
  }

  /** What is left out stays as it is, null clears; a new name is the new name on every task. */
  update(label_id: Uuid, update: LabelUpdate, options?: WriteOptions): Promise<LabelRead> {
    return answered(this.http.PATCH("/v1/labels/{label_id}", { ...at({ label_id }, options), body: update }));
  }

  /** Right before or after another, or to the end. */
  move(label_id: Uuid, place: Place, options?: WriteOptions): Promise<LabelRead> {
    return answered(
      this.http.PUT("/v1/labels/{label_id}/position", { ...at({ label_id }, options), body: place }),
    );
  }

  /** For good, and off every task. */
  delete(label_id: Uuid, options?: WriteOptions): Promise<void> {
    return answered(this.http.DELETE("/v1/labels/{label_id}", at({ label_id }, options)));
  }
}
