/** What must not compile, and for which of the compiler's reasons. */
import {
  calendarDate,
  newId,
  wallClock,
  type DateDue,
  type FloatingDue,
  type Operation,
  type Priority,
  type ProblemCode,
  type Sync,
  type TaskCreate,
  type TaskRead,
  type TaskUpdate,
  type TodoProblem,
  type Uuid,
  type ZonedDue,
} from "@todo/contract";

import { todo } from "./accepted.js";

declare const task: TaskRead;
declare const text: string;
declare const own: Sync;
const date = calendarDate("2026-12-24");
const datetime = wallClock("2026-12-24T18:00");

// @ts-expect-error TS2820 no such priority
export const urgency: Priority = "urgently";
// @ts-expect-error TS2741 a task has a title
export const untitled: TaskCreate = { notes: "Which one?" };
// @ts-expect-error TS2375 what is left out is left out, not undefined
export const undefinedDue: TaskUpdate = { due: undefined };
// @ts-expect-error TS2322 a title cannot be cleared
export const noTitle: TaskUpdate = { title: null };
// @ts-expect-error TS2561 no such field
export const misspelt: TaskCreate = { title: "Weed", tilte: "Weed" };
// @ts-expect-error TS2353 whether it is completed is no field to write
export const completed: TaskUpdate = { status: "completed" };
// @ts-expect-error TS2322 a plain string is no id
export const plainId: Uuid = text;
// @ts-expect-error TS2322 one brand is not another
export const dateAsId: Uuid = date;
// @ts-expect-error TS2322 a day has no time of day
export const timeAsDay: DateDue = { kind: "date", date: datetime };
// @ts-expect-error TS2741 a zoned date has its zone
export const zoneless: ZonedDue = { kind: "zoned", datetime };
// @ts-expect-error TS2353 a floating date has none
export const anchored: FloatingDue = { kind: "floating", datetime, timezone: "Europe/Berlin" };
// @ts-expect-error TS2322 no such kind
export const someday: TaskCreate = { title: "Weed", due: { kind: "someday" } };
// @ts-expect-error TS2339 which kind of due date it is has to be asked first
export const unasked = task.due?.datetime;
// @ts-expect-error TS18047 there may be no due date
export const assumed = task.due.kind;
// @ts-expect-error TS2532 a list may be empty
export const first = [task][0].title;

// @ts-expect-error TS2366 a floating date is forgotten
export function unhandled(due: DateDue | FloatingDue): string {
  switch (due.kind) {
    case "date":
      return due.date;
  }
}

export function hopeless(problem: TodoProblem): boolean {
  // @ts-expect-error TS2367 no such code
  return problem.code === "task_lost";
}

// @ts-expect-error TS2820 no such code
export const lost: ProblemCode = "task_not_fond";

// @ts-expect-error TS2740 most codes are forgotten
export const advice: Record<ProblemCode, string> = { task_not_found: "Reload.", token_expired: "Sign in." };

export async function calls(): Promise<void> {
  // @ts-expect-error TS2345 a plain string is no id
  await todo.tasks.get(text);
  // @ts-expect-error TS2353 no such filter
  await todo.tasks.list({ colour: "red" });
  // @ts-expect-error TS2322 no such status
  await todo.tasks.list({ status: "done" });
  // @ts-expect-error TS2322 a day, not any text
  await todo.tasks.list({ due_before: text });
  // @ts-expect-error TS2322 an ETag has quotes
  await todo.tasks.complete(task.id, { ifMatch: "7" });
  // @ts-expect-error TS2353 one page is not bound to a version
  await todo.tasks.list({}, { ifMatch: task });
  // @ts-expect-error TS2353 subtasks are moved by their parent's id, not by their parent
  await todo.tasks.move(task.id, { parent: newId() });
  // @ts-expect-error TS2345 no such path
  await todo.http.GET("/v1/task", {});
}

// @ts-expect-error TS2820 no such operation
export const unknownOperation: Operation = { op: "compleet_task", id: newId() };
// @ts-expect-error TS2741 a task has a title in a queue, too
export const untitledOperation: Operation = { op: "create_task", body: { notes: "Which one?" } };
// @ts-expect-error TS2353 a task has no name
export const namedTask: Operation = { op: "update_task", id: newId(), body: { name: "Weed" } };
// @ts-expect-error TS2322 a version is a number here
export const etagOperation: Operation = { op: "complete_task", id: newId(), if_match: '"7"' };

export async function replica(): Promise<void> {
  // @ts-expect-error TS2345 which task?
  await own.enqueue({ op: "trash_task" });
  // @ts-expect-error TS2345 no such kind
  await own.all("subtask");
  // @ts-expect-error TS2339 a project has no title
  (await own.all("project")).map(({ title }) => title);
  // @ts-expect-error TS2532 it may not be there
  (await own.get("task", newId())).title;
  // @ts-expect-error TS2367 no such status
  if (own.status === "online") own.hurry();
}
