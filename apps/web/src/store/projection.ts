import type { Instant } from "@todo/contract";

import { Draft } from "./draft.ts";
import { createLabel, deleteLabel, moveLabel, updateLabel } from "./projection/labels.ts";
import {
  createProject,
  createSection,
  deleteSection,
  moveProject,
  moveSection,
  restoreProject,
  trashProject,
} from "./projection/projects.ts";
import { completeTask, createTask, moveTask, purgeTask, restoreTask, trashTask } from "./projection/tasks.ts";
import type { State, Write } from "./state.ts";

/** How things will look when these writes are done: what the API will do, foretold. */
export function project(state: State, writes: readonly Write[]): State {
  const draft = new Draft(state);
  for (const [index, write] of writes.entries()) foretell(draft, write, write.at + String(index).padStart(6, "0"));
  return draft.state;
}

/** Of the writes, the one that decides nothing by itself: what the API does instead is seen when its answer comes. */
function foretell(draft: Draft, { id, operation, at }: Write, ordinal: string): void {
  const now = at as Instant;
  switch (operation.op) {
    case "create_task":
      return createTask(draft, id, operation.body, now, ordinal);
    case "update_task":
      return draft.patch("tasks", id, { ...operation.body, updated_at: now });
    case "complete_task":
      return completeTask(draft, id, now);
    case "reopen_task":
      return draft.patch("tasks", id, { status: "open", completed_at: null });
    case "move_task":
      return moveTask(draft, id, operation.body, ordinal);
    case "trash_task":
      return trashTask(draft, id, now);
    case "restore_task":
      return restoreTask(draft, id);
    case "purge_task":
      return purgeTask(draft, id);
    case "create_project":
      return createProject(draft, id, operation.body, now);
    case "update_project":
      return draft.patch("projects", id, { ...operation.body, updated_at: now });
    case "move_project":
      return moveProject(draft, id, operation.body, at);
    case "trash_project":
      return trashProject(draft, id, now);
    case "restore_project":
      return restoreProject(draft, id);
    case "create_section":
      return createSection(draft, id, operation.body, now);
    case "update_section":
      return draft.patch("sections", id, { ...operation.body, updated_at: now });
    case "move_section":
      return moveSection(draft, id, operation.body, at);
    case "delete_section":
      return deleteSection(draft, id);
    case "create_label":
      return createLabel(draft, id, operation.body, now);
    case "update_label":
      return updateLabel(draft, id, operation.body);
    case "move_label":
      return moveLabel(draft, id, operation.body, at);
    case "delete_label":
      return deleteLabel(draft, id);
    default:
      return unknown(operation);
  }
}

/** Does not compile when the API learns an operation that is not foretold here. */
function unknown(_operation: never): void {}

