import { Collection } from "./collection.js";
import { answered, at, sent, type ReadOptions, type WriteOptions } from "./http.js";
import type {
  operations,
  Place,
  SectionCreate,
  SectionPage,
  SectionRead,
  SectionUpdate,
  Uuid,
} from "./schema.js";

export type SectionQuery = NonNullable<operations["list_sections"]["parameters"]["query"]>;

export class Sections extends Collection<SectionQuery, SectionRead> {
  override list(query: SectionQuery = {}, options?: ReadOptions): Promise<SectionPage> {
    return answered(this.http.GET("/v1/sections", { params: { query }, ...sent(options) }));
  }

  /** With an `id` from `newId()` the same create can be sent twice and makes one section. */
  create(section: SectionCreate, options?: WriteOptions): Promise<SectionRead> {
    return answered(this.http.POST("/v1/sections", { body: section, ...sent(options) }));
  }

  get(section_id: Uuid, options?: ReadOptions): Promise<SectionRead> {
    return answered(this.http.GET("/v1/sections/{section_id}", at({ section_id }, options)));
  }

  /** What is left out stays as it is. */
  update(section_id: Uuid, update: SectionUpdate, options?: WriteOptions): Promise<SectionRead> {
    return answered(
      this.http.PATCH("/v1/sections/{section_id}", { ...at({ section_id }, options), body: update }),
    );
  }

  /** Right before or after another, or to the end. */
  move(section_id: Uuid, place: Place, options?: WriteOptions): Promise<SectionRead> {
    return answered(
      this.http.PUT("/v1/sections/{section_id}/position", { ...at({ section_id }, options), body: place }),
    );
  }

  /** For good; its tasks stay in the project. */
  delete(section_id: Uuid, options?: WriteOptions): Promise<void> {
    return answered(this.http.DELETE("/v1/sections/{section_id}", at({ section_id }, options)));
  }
}
