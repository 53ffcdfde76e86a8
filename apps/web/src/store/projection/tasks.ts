import type { Instant, TaskCreate, TaskMove, TaskRead, Uuid } from "@todo/contract";

import type { Draft } from "../draft.ts";
import { atEnd, isSibling, positionAmong } from "../places.ts";
import { inboxOf, type State } from "../state.ts";

type Home = Pick<TaskRead, "project_id" | "section_id" | "parent_id">;

export function createTask(draft: Draft, id: Uuid, body: TaskCreate, at: Instant, ordinal: string): void {
  const { parent_id, section_id, project_id, ...fields } = body;
  const home = homeOf(draft.state, {
    ...(project_id && { project_id }),
    ...(section_id && { section_id }),
    ...(parent_id && { parent_id }),
  });
  draft.put("tasks", {
    notes: "",
    priority: "none",
    due: null,
    start_date: null,
    deadline_date: null,
    duration_minutes: null,
    labels: [],
    ...fields,
    ...home,
    id,
    status: "open",
    position: atEnd(ordinal),
    version: 0,
    created_at: at,
    updated_at: at,
    completed_at: null,
    deleted_at: null,
  });
}

/** With what is open below it. */
export function completeTask(draft: Draft, id: Uuid, at: Instant): void {
  for (const each of draft.withDescendants(id)) {
    const task = draft.state.tasks.get(each);
    if (task?.status !== "open" || task.deleted_at !== null) continue;
    draft.patch("tasks", each, { status: "completed", completed_at: at });
  }
}

/** With all below it, which goes along to the other project and section. */
export function moveTask(draft: Draft, id: Uuid, body: TaskMove, ordinal: string): void {
  const { tasks } = draft.state;
  const task = tasks.get(id);
  if (task === undefined) return;
  const isElsewhere = (body.parent_id ?? body.section_id ?? body.project_id) !== undefined;
  const home = isElsewhere ? homeOf(draft.state, body) : task;
  const { project_id, section_id, parent_id } = home;
  const below = draft.withDescendants(id);
  if (parent_id !== null && below.has(parent_id)) return;
  const moved = { ...task, project_id, section_id, parent_id };
  const siblings = [...tasks.values()].filter((other) => isSibling(moved, other));
  for (const each of below) draft.patch("tasks", each, { project_id, section_id });
  draft.patch("tasks", id, { parent_id, position: positionAmong(siblings, id, body, ordinal) });
}

/** With all below it that is not there yet; one time marks what went together. */
export function trashTask(draft: Draft, id: Uuid, at: Instant): void {
  if (draft.state.tasks.get(id)?.deleted_at !== null) return;
  for (const each of draft.withDescendants(id)) {
    if (draft.state.tasks.get(each)?.deleted_at === null) draft.patch("tasks", each, { deleted_at: at });
  }
}

/** With what went there together with it; to the top level, or the inbox, if its place is still in the trash. */
export function restoreTask(draft: Draft, id: Uuid): void {
  const { tasks, projects } = draft.state;
  const task = tasks.get(id);
  if (task === undefined || task.deleted_at === null) return;
  const isOrphan = task.parent_id !== null && (tasks.get(task.parent_id)?.deleted_at ?? null) !== null;
  const isHomeless = (projects.get(task.project_id)?.deleted_at ?? null) !== null;
  for (const each of draft.withDescendants(id)) {
    if (tasks.get(each)?.deleted_at !== task.deleted_at) continue;
    const home = isHomeless ? { project_id: inboxOf(draft.state), section_id: null } : {};
    draft.patch("tasks", each, { deleted_at: null, ...home });
  }
  if (isOrphan || isHomeless) draft.patch("tasks", id, { parent_id: null });
}

export function purgeTask(draft: Draft, id: Uuid): void {
  for (const each of draft.withDescendants(id)) draft.delete("tasks", each);
}

/** The narrowest place that is named decides, as in the API. */
function homeOf({ tasks, sections, ...state }: State, place: TaskMove): Home {
  const parent = place.parent_id === undefined ? undefined : tasks.get(place.parent_id);
  if (parent !== undefined) {
    return { project_id: parent.project_id, section_id: parent.section_id, parent_id: parent.id };
  }
  const section = place.section_id === undefined ? undefined : sections.get(place.section_id);
  if (section !== undefined) {
    return { project_id: section.project_id, section_id: section.id, parent_id: null };
  }
  const inbox = inboxOf({ tasks, sections, ...state });
  return { project_id: place.project_id ?? inbox, section_id: null, parent_id: null };
}
