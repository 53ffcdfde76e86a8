import type { CalendarDate, Conflict, LabelUpdate, TaskUpdate } from "@todo/contract";

import { dueInWords } from "../due/format.ts";
import type { Language } from "../i18n/language.ts";
import type { Messages } from "../i18n/en.ts";
import type { State } from "../store/state.ts";

/** What somebody wrote into one field. */
export interface Written {
  readonly field: string;
  readonly text: string;
}

type Body = TaskUpdate & LabelUpdate;

/** What a write was about, by the name that it has here, or was to have. */
export function nameOf({ id, operation }: Conflict, { tasks, projects, sections, labels }: State): string {
  const known = tasks.get(id)?.title ?? (projects.get(id) ?? sections.get(id) ?? labels.get(id))?.name;
  const { title, name }: Body = "body" in operation ? (operation.body as Body) : {};
  return known ?? title ?? name ?? "";
}

/** The fields of a write that people fill, with what they were to become. */
export function writtenIn({ operation }: Conflict, today: CalendarDate, language: Language, t: Messages): Written[] {
  const { title, name, notes, due, priority, labels }: Body = "body" in operation ? (operation.body as Body) : {};
  const fields: readonly (readonly [string, string | undefined])[] = [
    [t.taskTitle, title],
    [t.name, name],
    [t.notes, notes],
    [t.due, due === null ? t.noDate : due && dueInWords(due, today, language, t)],
    [t.priority, priority && t.priorities[priority]],
    [t.labels, labels?.join(", ")],
  ];
  return fields.flatMap(([field, text]) => (text ? [{ field, text }] : []));
}
