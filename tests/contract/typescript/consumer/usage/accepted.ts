/** What a frontend does every day; it has to compile. */
import {
  calendarDate,
  createTodoClient,
  etagOf,
  instant,
  isProblem,
  isUuid,
  newId,
  priorityValues,
  TodoProblem,
  TodoUnreachable,
  wallClock,
  type Due,
  type Priority,
  type ProblemCode,
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
