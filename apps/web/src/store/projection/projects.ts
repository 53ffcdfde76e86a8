import type { Instant, Place, ProjectCreate, SectionCreate, Uuid } from "@todo/contract";

import type { Draft } from "../draft.ts";
import { atEnd, positionAmong } from "../places.ts";

export function createProject(draft: Draft, id: Uuid, body: ProjectCreate, at: Instant): void {
  const stamps = { version: 0, created_at: at, updated_at: at, deleted_at: null };
  const position = atEnd(at + id);
  draft.put("projects", { color: null, archived: false, ...body, id, is_inbox: false, position, ...stamps });
}

export function moveProject(draft: Draft, id: Uuid, place: Place, at: string): void {
  const siblings = [...draft.state.projects.values()];
  draft.patch("projects", id, { position: positionAmong(siblings, id, place, at + id) });
}

/** With its sections and tasks; one time marks what went together. */
export function trashProject(draft: Draft, id: Uuid, at: Instant): void {
  mark(draft, id, null, at);
}

export function restoreProject(draft: Draft, id: Uuid): void {
  const project = draft.state.projects.get(id);
  if (project !== undefined && project.deleted_at !== null) mark(draft, id, project.deleted_at, null);
}

function mark(draft: Draft, id: Uuid, from: Instant | null, to: Instant | null): void {
  const { projects, sections, tasks } = draft.state;
  if (projects.get(id)?.deleted_at === from) draft.patch("projects", id, { deleted_at: to });
  for (const section of sections.values()) {
    if (section.project_id !== id || section.deleted_at !== from) continue;
    draft.patch("sections", section.id, { deleted_at: to });
  }
  for (const task of tasks.values()) {
    if (task.project_id === id && task.deleted_at === from) draft.patch("tasks", task.id, { deleted_at: to });
  }
}

export function createSection(draft: Draft, id: Uuid, body: SectionCreate, at: Instant): void {
  const stamps = { version: 0, created_at: at, updated_at: at, deleted_at: null };
  draft.put("sections", { ...body, id, position: atEnd(at + id), ...stamps });
}

export function moveSection(draft: Draft, id: Uuid, place: Place, at: string): void {
  const project_id = draft.state.sections.get(id)?.project_id;
  const siblings = [...draft.state.sections.values()].filter((other) => other.project_id === project_id);
  draft.patch("sections", id, { position: positionAmong(siblings, id, place, at + id) });
}

/** Its tasks stay in the project. */
export function deleteSection(draft: Draft, id: Uuid): void {
  for (const task of draft.state.tasks.values()) {
    if (task.section_id === id) draft.patch("tasks", task.id, { section_id: null });
  }
  draft.delete("sections", id);
}
