import { Collection } from "./collection.js";
import { answered, at, sent, type ReadOptions, type WriteOptions } from "./http.js";
import type {
  operations,
  Place,
  ProjectCreate,
  ProjectPage,
  ProjectRead,
  ProjectUpdate,
  Uuid,
} from "./schema.js";

export type ProjectQuery = NonNullable<operations["list_projects"]["parameters"]["query"]>;

export class Projects extends Collection<ProjectQuery, ProjectRead> {
  override list(query: ProjectQuery = {}, options?: ReadOptions): Promise<ProjectPage> {
    return answered(this.http.GET("/v1/projects", { params: { query }, ...sent(options) }));
  }

  /** With an `id` from `newId()` the same create can be sent twice and makes one project. */
  create(project: ProjectCreate, options?: WriteOptions): Promise<ProjectRead> {
    return answered(this.http.POST("/v1/projects", { body: project, ...sent(options) }));
  }

  get(project_id: Uuid, options?: ReadOptions): Promise<ProjectRead> {
    return answered(this.http.GET("/v1/projects/{project_id}", at({ project_id }, options)));
  }

  /** What is left out stays as it is, null clears. */
  update(project_id: Uuid, update: ProjectUpdate, options?: WriteOptions): Promise<ProjectRead> {
    return answered(
      this.http.PATCH("/v1/projects/{project_id}", { ...at({ project_id }, options), body: update }),
    );
  }

  /** Right before or after another, or to the end. */
  move(project_id: Uuid, place: Place, options?: WriteOptions): Promise<ProjectRead> {
    return answered(
      this.http.PUT("/v1/projects/{project_id}/position", { ...at({ project_id }, options), body: place }),
    );
  }

  /** Into the trash, with its sections and tasks. */
  trash(project_id: Uuid, options?: WriteOptions): Promise<void> {
    return answered(this.http.DELETE("/v1/projects/{project_id}", at({ project_id }, options)));
  }

  /** Out of the trash, with what went there with it. */
  restore(project_id: Uuid, options?: WriteOptions): Promise<ProjectRead> {
    return answered(this.http.PUT("/v1/projects/{project_id}/restoration", at({ project_id }, options)));
  }
}
