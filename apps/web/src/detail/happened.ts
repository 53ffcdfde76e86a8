import type { ActivityRead, CalendarDate, Due, TaskRead } from "@todo/contract";

import { durationInWords } from "../due/duration.ts";
import { dateInFull, timeInWords } from "../due/format.ts";
import { whenOf } from "../due/when.ts";
import type { Messages } from "../i18n/en.ts";
import { labelKey, type State } from "../store/state.ts";
import { placeInWords } from "./place.ts";

interface Telling {
  readonly state: State;
  readonly language: string;
  readonly t: Messages;
}

/** A field as the task showed it before and shows it since; null where nothing was or is left. */
type Turn<Value> = readonly [before: Value | null, after: Value | null];

/** What one change did to a task, a sentence for each thing; what a later API may tell is told as a change. */
export function sentencesOf(item: ActivityRead, telling: Telling): readonly string[] {
  const { t } = telling;
  switch (item.op) {
    case "created":
    case "completed":
    case "reopened":
    case "deleted":
    case "restored":
      return [t.happened[item.op], ...placeSentences(item, telling)];
    case "undone":
      return [t.happened.undone, ...markSentences(item, telling), ...fieldSentences(item, telling)];
    default: {
      const sentences = fieldSentences(item, telling);
      return sentences.length > 0 ? sentences : [item.op === "moved" ? t.happened.moved : t.happened.updated];
    }
  }
}

function fieldSentences(item: ActivityRead, telling: Telling): string[] {
  const { t, language } = telling;
  const day = (date: CalendarDate): string => dateInFull(date, language);
  const moment = (due: Due): string => {
    const { day: date, time } = whenOf(due);
    return time === undefined ? day(date) : t.dueAt(day(date), timeInWords(time, language));
  };
  const title = turnOf(item, "title");
  return [
    ...(title === undefined ? [] : [t.happened.renamed(title[0] ?? "", title[1] ?? "")]),
    ...(turnOf(item, "notes") === undefined ? [] : [t.happened.changedNotes]),
    ...chosen(t.due, turnOf(item, "due"), moment, t),
    ...chosen(t.duration, turnOf(item, "duration_minutes"), (minutes) => durationInWords(minutes, language, "long"), t),
    ...chosen(t.start, turnOf(item, "start_date"), day, t),
    ...chosen(t.deadline, turnOf(item, "deadline_date"), day, t),
    ...chosen(t.priority, turnOf(item, "priority"), (priority) => t.priorities[priority], t),
    ...labelSentences(item, telling),
    ...placeSentences(item, telling),
  ];
}

function chosen<Value>(name: string, turn: Turn<Value> | undefined, words: (value: Value) => string, t: Messages): string[] {
  if (turn === undefined) return [];
  const [, after] = turn;
  return [after === null || after === "none" ? t.happened.cleared(name) : t.happened.setTo(name, words(after))];
}

function labelSentences(item: ActivityRead, { t }: Telling): string[] {
  const [before, after] = turnOf(item, "labels") ?? [];
  const [added, removed] = [without(after ?? [], before ?? []), without(before ?? [], after ?? [])];
  return [
    ...(added.length > 0 ? [t.happened.labelled(added.join(", "))] : []),
    ...(removed.length > 0 ? [t.happened.unlabelled(removed.join(", "))] : []),
  ];
}

/** A section tells its project, which is not told with it if it is the same as before. */
function placeSentences(item: ActivityRead, { state, t }: Telling): string[] {
  const [parent, project, section] = [turnOf(item, "parent_id"), turnOf(item, "project_id"), turnOf(item, "section_id")];
  if (parent !== undefined && parent[1] !== null) {
    const title = state.tasks.get(parent[1])?.title;
    return [title === undefined ? t.happened.moved : t.happened.movedUnder(title)];
  }
  if (project !== undefined || section !== undefined) {
    const [before = null, section_id = null] = section ?? [];
    const named = section_id ?? before;
    const project_id = project?.[1] ?? (named === null ? undefined : state.sections.get(named)?.project_id);
    const isKnown = project_id !== undefined && state.projects.has(project_id);
    return [isKnown ? t.happened.movedInto(placeInWords({ project_id, section_id }, state, t)) : t.happened.moved];
  }
  if (parent !== undefined) return [t.happened.movedToTop];
  return turnOf(item, "position") === undefined || item.op === "restored" ? [] : [t.happened.reordered];
}

/** Of what was undone, what the task became again. */
function markSentences(item: ActivityRead, { t }: Telling): string[] {
  const [completed, deleted] = [turnOf(item, "completed_at"), turnOf(item, "deleted_at")];
  return [
    ...(completed === undefined ? [] : [completed[1] === null ? t.happened.reopened : t.happened.completed]),
    ...(deleted === undefined ? [] : [deleted[1] === null ? t.happened.restored : t.happened.deleted]),
  ];
}

function turnOf<Name extends keyof TaskRead>({ fields }: ActivityRead, name: Name): Turn<NonNullable<TaskRead[Name]>> | undefined {
  const found = fields.find(({ field }) => field === name);
  // The API tells a field as the task's document shows it.
  return found && [found.old as NonNullable<TaskRead[Name]> | null, found.new as NonNullable<TaskRead[Name]> | null];
}

function without(names: readonly string[], others: readonly string[]): string[] {
  const keys = new Set(others.map(labelKey));
  return names.filter((name) => !keys.has(labelKey(name)));
}
