/** The todo API for a frontend: every type of its OpenAPI document, and a client that speaks them. */
export * from "./schema.js";
export { createTodoClient, type TodoClient, type TodoClientOptions } from "./client.js";
export { etagOf, type Etag, type Versioned } from "./etag.js";
export { isProblem, TodoProblem, TodoUnreachable } from "./problem.js";
export { calendarDate, instant, isUuid, newId, uuid, wallClock } from "./values.js";
export type { Http, ReadOptions, WriteOptions } from "./http.js";
export type { Account } from "./account.js";
export type { Collection, Page } from "./collection.js";
export type { LabelQuery, Labels } from "./labels.js";
export type { ProjectQuery, Projects } from "./projects.js";
export type { SectionQuery, Sections } from "./sections.js";
export type { TaskQuery, Tasks } from "./tasks.js";
export type { Trash } from "./trash.js";
