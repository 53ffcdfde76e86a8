/** What a frontend does every day; it has to compile. */
import {
  calendarDate,
  createTodoClient,
  etagOf,
  indexedDbStorage,
  instant,
  isProblem,
  isUuid,
  memoryStorage,
  newId,
  priorityValues,
  sync,
  TodoProblem,
  TodoUnreachable,
  wallClock,
  type Due,
  type Operation,
  type Priority,
  type ProblemCode,
  type Sync,
  type SyncEvent,
  type SyncStatus,
  type TaskCreate,
  type TaskRead,
  type TodoClient,
  type Uuid,
} from "@todo/contract";

export const todo: TodoClient = createTodoClient({
  baseUrl: "http://127.0.0.1:8000",
  token: async (expired) => (expired ? "another" : "token"),
  timeout: 5_000,
  retry: 3,
  clientName: "web",
});
export const terse = createTodoClient({
  baseUrl: "",
  token: () => "token",
  fetch: (request) => fetch(request),
});

export function sayDue(due: Due | null): string {
  if (due === null) return "some day";
  switch (due.kind) {
    case "date":
      return due.date;
    case "floating":
      return due.datetime;
    case "zoned":
      return `${due.datetime} in ${due.timezone}`;
  }
}

export async function everyday(signal: AbortSignal): Promise<TaskRead> {
  const draft: TaskCreate = {
    title: "Water the tomatoes",
    due: { kind: "date", date: calendarDate("2026-12-24") },
  };
  const task = await todo.tasks.create({ ...draft, id: newId() }, { signal });
  await todo.tasks.update(task.id, { due: null, labels: ["garden"] }, { ifMatch: task });
  await todo.tasks.update(
    task.id,
    { due: { kind: "floating", datetime: wallClock(new Date()) } },
    { ifMatch: etagOf(task) },
  );
  for await (const open of todo.tasks.all({
    status: "open",
    priority_min: "high",
    label_any: ["garden"],
    parent_id: "none",
  })) {
    await todo.tasks.move(open.id, { after: task.id, project_id: open.project_id });
  }
  for await (const page of todo.projects.pages({ limit: 10 })) page.items.map((project) => project.is_inbox);
  const title: string = task.title;
  const since: string = task.created_at;
  const done: boolean =
    task.completed_at === null || task.completed_at < instant(new Date()) || title < since;
  return done ? task : todo.tasks.complete(task.id, { ifMatch: undefined, signal: undefined });
}

export async function taskOfAddress(segment: string): Promise<TaskRead | undefined> {
  if (!isUuid(segment)) return undefined;
  const id: Uuid = segment;
  return todo.tasks.get(id);
}

export function explain(error: unknown): string {
  if (isProblem(error, "stale_version", "in_trash")) {
    const code: "stale_version" | "in_trash" = error.code;
    return `${code} ${error.etag ?? ""}`;
  }
  if (error instanceof TodoProblem)
    return error.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join();
  if (error instanceof TodoUnreachable) return error.reason === "timeout" ? "too slow" : error.message;
  return "a bug of ours";
}

export function isGrave(problem: TodoProblem<"internal_error" | "no_room">): boolean {
  switch (problem.code) {
    case "internal_error":
      return true;
    case "no_room":
      return false;
  }
}

export const choices: readonly Priority[] = priorityValues;

/** The paths themselves are typed, too: errors are returned, and brands survive. */
export async function raw(): Promise<Uuid | undefined> {
  const { data, error } = await todo.http.GET("/v1/tasks", {
    params: { query: { sort: "due", direction: "desc" } },
  });
  const code: ProblemCode | undefined = error?.code;
  return code === undefined ? data?.items[0]?.id : undefined;
}

/** Writes that can be queued. */
export const operations: Operation[] = [
  { op: "create_task", body: { title: "Weed", labels: ["garden"] } },
  { op: "create_project", body: { id: newId(), name: "Garden" } },
  { op: "update_task", id: newId(), if_match: 7, body: { due: null } },
  { op: "move_label", id: newId(), body: { after: newId() } },
  { op: "complete_task", id: newId() },
  { op: "delete_section", id: newId(), if_match: 7 },
];

export async function offline(userId: string): Promise<string[]> {
  const own: Sync = sync(todo, "indexedDB" in globalThis ? indexedDbStorage(userId) : memoryStorage());
  const end = own.subscribe((event) => console.log(tell(event)));
  const project = await own.enqueue({ op: "create_project", body: { name: "Garden" } });
  await own.enqueue({ op: "create_task", body: { title: "Weed", project_id: project.id } });
  const queued: Operation[] = (await own.pending()).map(({ operation }) => operation);
  for (const conflict of await own.conflicts()) {
    if (conflict.problem.code === "stale_version") await own.dismiss(conflict);
  }
  const titles = (await own.all("task")).map(({ title }) => title);
  const color: string | null | undefined = (await own.get("project", project.id))?.color;
  end();
  await own.close();
  return [...titles, String(color), ...queued.map(({ op }) => op)];
}

function tell(event: SyncEvent): string {
  switch (event.type) {
    case "changed":
      return event.items?.map((item) => (item.kind === "task" ? item.data?.title : item.id)).join() ?? "all";
    case "status": {
      const status: SyncStatus = event.status;
      return status;
    }
    case "conflict":
      return event.conflict.problem.detail;
    case "pending":
      return "queue";
    case "done":
      return event.done.map(({ operation, change_id }) => `${operation.op} ${change_id ?? "changed nothing"}`).join();
    case "trouble":
      return explain(event.error);
  }
}

export async function history(): Promise<void> {
  for await (const { change_id } of todo.tasks.activity(newId()).all({ limit: 10 })) {
    const undone = await todo.changes.undo({ change_ids: [change_id] }, { idempotencyKey: newId() });
    await todo.changes.undo({ change_ids: undone.change_ids });
  }
  const { next_cursor } = await todo.changes.list({ limit: 100 });
  for await (const event of todo.changes.live(next_cursor)) {
    if (event.type === "changes") event.page.items.map(({ kind, id, version }) => [kind, id, version]);
  }
}
