import type { CalendarDate, SectionRead, TaskMove, TaskRead, Uuid } from "@todo/contract";

import { addDays } from "../due/calendar.ts";
import { byWhen, isOverdue, whenOf } from "../due/when.ts";
import type { Index } from "../store/index.ts";
import { labelKey, type State } from "../store/state.ts";

/** Where a task that is added or dropped there goes. */
export type Home = Pick<TaskMove, "project_id" | "section_id" | "parent_id">;

export interface HeadingItem {
  readonly kind: "heading";
  readonly key: string;
  readonly heading:
    | { readonly type: "section"; readonly section: SectionRead }
    | { readonly type: "day"; readonly day: CalendarDate }
    | { readonly type: "overdue" }
    | { readonly type: "completed"; readonly count: number; readonly isOpen: boolean };
}

export interface TaskItem {
  readonly kind: "task";
  readonly key: Uuid;
  readonly task: TaskRead;
  /** The place among whose tasks it can be put in order; undefined where dates give the order. */
  readonly home: Home | undefined;
  /** The day under which it is shown, where another day can be given by moving it. */
  readonly day: CalendarDate | undefined;
}

export type ListItem = HeadingItem | TaskItem;

/** A project: what is in no section, then each section under its name, then what is completed if that is asked for. */
export function projectItems(index: Index, project: Uuid, showsCompleted: boolean): ListItem[] {
  const items: ListItem[] = [];
  const completed: TaskRead[] = [];
  const add = (tasks: readonly TaskRead[], home: Home): void => {
    for (const task of tasks) {
      if (task.status === "open") items.push(item(task, home));
      else completed.push(task);
    }
  };
  add(index.under(project), { project_id: project });
  for (const section of index.sectionsOf(project)) {
    items.push({ kind: "heading", key: section.id, heading: { type: "section", section } });
    add(index.under(section.id), { section_id: section.id });
  }
  if (completed.length > 0) {
    const heading = { type: "completed", count: completed.length, isOpen: showsCompleted } as const;
    items.push({ kind: "heading", key: "completed", heading });
    const newest = completed.toSorted((one, other) => ((one.completed_at ?? "") < (other.completed_at ?? "") ? 1 : -1));
    if (showsCompleted) items.push(...newest.map((task) => item(task)));
  }
  return items;
}

/** What is late, and what is due today, in the order of its time. */
export function todayItems(index: Index, today: CalendarDate, now: Date): ListItem[] {
  const until = index.dated.filter(({ due }) => due !== null && whenOf(due).day <= today).toSorted(inTime);
  const late = until.filter(({ due }) => due !== null && whenOf(due).day < today && isOverdue(due, now));
  const current = until.filter((task) => !late.includes(task));
  if (late.length === 0) return current.map((task) => item(task));
  return [
    { kind: "heading", key: "overdue", heading: { type: "overdue" } },
    ...late.map((task) => item(task)),
    { kind: "heading", key: today, heading: { type: "day", day: today } },
    ...current.map((task) => item(task)),
  ];
}

/** The next days each with its tasks, also if it has none, and then every day that has some. */
export function upcomingItems(index: Index, today: CalendarDate): ListItem[] {
  const byDay = new Map<CalendarDate, TaskRead[]>();
  for (let days = 0; days < 7; days += 1) byDay.set(addDays(today, days), []);
  const coming = index.dated.filter(({ due }) => due !== null && whenOf(due).day >= today).toSorted(inTime);
  for (const task of coming) {
    if (task.due === null) continue;
    const { day } = whenOf(task.due);
    const tasks = byDay.get(day);
    if (tasks === undefined) byDay.set(day, [task]);
    else tasks.push(task);
  }
  return [...byDay].flatMap(([day, tasks]): ListItem[] => [
    { kind: "heading", key: day, heading: { type: "day", day } },
    ...tasks.map((task) => item(task, undefined, day)),
  ]);
}

export function labelItems(state: State, name: string): ListItem[] {
  const key = labelKey(name);
  return [...state.tasks.values()]
    .filter((task) => task.deleted_at === null && task.status === "open" && !isResting(task, state))
    .filter((task) => task.labels.some((label) => labelKey(label) === key))
    .toSorted(byDueThenAge)
    .map((task) => item(task));
}

/** Every word has to be in the title, the notes or a label; open tasks first, of archived projects last; titles before notes. */
export function searchItems(state: State, query: string): ListItem[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: { readonly task: TaskRead; readonly rank: number }[] = [];
  for (const task of state.tasks.values()) {
    if (task.deleted_at !== null) continue;
    const { title, text } = foldedOf(task);
    const inTitle = words.every((word) => title.includes(word));
    if (!inTitle && !words.every((word) => text.includes(word))) continue;
    const rank = (isResting(task, state) ? 4 : 0) + (task.status === "open" ? 0 : 2) + (inTitle ? 0 : 1);
    found.push({ task, rank });
  }
  return found.toSorted((one, other) => one.rank - other.rank || byDueThenAge(one.task, other.task)).map(({ task }) => item(task));
}

/** What was put there last comes first; what went there with its parent stands under it, and is not listed. */
export function trashItems(state: State): ListItem[] {
  return [...state.tasks.values()]
    .filter((task) => task.deleted_at !== null && !isCarried(task, state))
    .toSorted((one, other) => ((one.deleted_at ?? "") < (other.deleted_at ?? "") ? 1 : -1))
    .map((task) => item(task));
}

/** In an archived project: found by whoever looks for it, and in nobody's way otherwise. */
function isResting({ project_id }: TaskRead, { projects }: State): boolean {
  return projects.get(project_id)?.archived ?? false;
}

function isCarried({ parent_id, project_id, deleted_at }: TaskRead, { tasks, projects }: State): boolean {
  const parent = parent_id === null ? undefined : tasks.get(parent_id);
  return parent?.deleted_at === deleted_at || projects.get(project_id)?.deleted_at === deleted_at;
}

function item(task: TaskRead, home?: Home, day?: CalendarDate): TaskItem {
  return { kind: "task", key: task.id, task, home, day };
}

function inTime(one: TaskRead, other: TaskRead): number {
  if (one.due === null || other.due === null) return 0;
  return byWhen(one.due, other.due) || (one.id < other.id ? -1 : 1);
}

function byDueThenAge(one: TaskRead, other: TaskRead): number {
  if ((one.due === null) !== (other.due === null)) return one.due === null ? 1 : -1;
  return inTime(one, other) || (one.id < other.id ? -1 : 1);
}

const folded = new WeakMap<TaskRead, { readonly title: string; readonly text: string }>();

/** What a search looks at: made once for each version of a task, as people type faster than it is made. */
function foldedOf(task: TaskRead): { readonly title: string; readonly text: string } {
  let known = folded.get(task);
  if (known === undefined) {
    const title = foldText(task.title);
    known = { title, text: `${title} ${foldText(`${task.notes} ${task.labels.join(" ")}`)}` };
    folded.set(task, known);
  }
  return known;
}

/** Without the difference of capitals and accents. */
export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mark}/gu, "").toLowerCase();
}
