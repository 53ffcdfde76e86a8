import { TaskActivity } from "./activity.js";
import { Collection } from "./collection.js";
import { answered, at, sent, type ReadOptions, type WriteOptions } from "./http.js";
import type { operations, TaskCreate, TaskMove, TaskPage, TaskRead, TaskUpdate, Uuid } from "./schema.js";

export type TaskQuery = NonNullable<operations["list_tasks"]["parameters"]["query"]>;

export class Tasks extends Collection<TaskQuery, TaskRead> {
  override list(query: TaskQuery = {}, options?: ReadOptions): Promise<TaskPage> {
    return answered(this.http.GET("/v1/tasks", { params: { query }, ...sent(options) }));
  }

  /** With an `id` from `newId()` the same create can be sent twice and makes one task. */
  create(task: TaskCreate, options?: WriteOptions): Promise<TaskRead> {
    return answered(this.http.POST("/v1/tasks", { body: task, ...sent(options) }));
  }

  /** Tasks in the trash are shown, too. */
  get(task_id: Uuid, options?: ReadOptions): Promise<TaskRead> {
    return answered(this.http.GET("/v1/tasks/{task_id}", at({ task_id }, options)));
  }

  /** What is left out stays as it is, null clears. */
  update(task_id: Uuid, update: TaskUpdate, options?: WriteOptions): Promise<TaskRead> {
    return answered(this.http.PATCH("/v1/tasks/{task_id}", { ...at({ task_id }, options), body: update }));
  }

  /** Its open subtasks are completed with it. */
  complete(task_id: Uuid, options?: WriteOptions): Promise<TaskRead> {
    return answered(this.http.PUT("/v1/tasks/{task_id}/completion", at({ task_id }, options)));
  }

  /** Only this one; its subtasks stay completed. */
  reopen(task_id: Uuid, options?: WriteOptions): Promise<TaskRead> {
    return answered(this.http.DELETE("/v1/tasks/{task_id}/completion", at({ task_id }, options)));
  }

  /** To a project, section or parent, or to another place among its siblings; its subtasks go along. */
  move(task_id: Uuid, move: TaskMove, options?: WriteOptions): Promise<TaskRead> {
    return answered(
      this.http.PUT("/v1/tasks/{task_id}/position", { ...at({ task_id }, options), body: move }),
    );
  }

  /** Into the trash, with its subtasks. */
  trash(task_id: Uuid, options?: WriteOptions): Promise<void> {
    return answered(this.http.DELETE("/v1/tasks/{task_id}", at({ task_id }, options)));
  }

  /** Out of the trash, with the subtasks that went there with it. */
  restore(task_id: Uuid, options?: WriteOptions): Promise<TaskRead> {
    return answered(this.http.PUT("/v1/tasks/{task_id}/restoration", at({ task_id }, options)));
  }

  /** What was done with it, the last first. */
  activity(task_id: Uuid): TaskActivity {
    return new TaskActivity(this.http, task_id);
  }
}
