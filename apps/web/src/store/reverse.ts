import type { Operation, TaskRead, Uuid } from "@todo/contract";

import { byPosition, type State } from "./state.ts";
import { isSibling, withDescendants } from "./places.ts";

/** The writes that take a write back, as far as writes can; from how things were before it. */
export function reverseOf(operation: Operation, id: Uuid, before: State): Operation[] {
  const task = before.tasks.get(id);
  switch (operation.op) {
    case "create_task":
      return [{ op: "trash_task", id }];
    case "create_project":
      return [{ op: "trash_project", id }];
    case "trash_task":
      return [{ op: "restore_task", id }];
    case "restore_task":
      return [{ op: "trash_task", id }];
    case "trash_project":
      return [{ op: "restore_project", id }];
    case "restore_project":
      return [{ op: "trash_project", id }];
    case "reopen_task":
      return [{ op: "complete_task", id }];
    case "complete_task":
      return [...withDescendants(before.tasks.values(), id)]
        .filter((each) => before.tasks.get(each)?.status === "open")
        .map((each) => ({ op: "reopen_task", id: each }));
    case "update_task":
      if (task === undefined) return [];
      return [{ op: "update_task", id, body: fieldsOf(task, Object.keys(operation.body)) }];
    case "move_task":
      return task === undefined ? [] : [moveBack(task, before)];
    case "purge_task":
    case "update_project":
    case "move_project":
    case "create_section":
    case "update_section":
    case "move_section":
    case "delete_section":
    case "create_label":
    case "update_label":
    case "move_label":
    case "delete_label":
      return []; // only the API can take these back, by their change
  }
}

function fieldsOf(task: TaskRead, names: readonly string[]): Partial<TaskRead> {
  return Object.fromEntries(Object.entries(task).filter(([name]) => names.includes(name)));
}

function moveBack(task: TaskRead, { tasks }: State): Operation {
  const siblings = [...tasks.values()]
    .filter((other) => other.deleted_at === null && isSibling(task, other))
    .toSorted(byPosition);
  const next = siblings[siblings.findIndex(({ id }) => id === task.id) + 1];
  const order = next === undefined ? {} : { before: next.id };
  if (task.parent_id !== null) return { op: "move_task", id: task.id, body: { parent_id: task.parent_id, ...order } };
  const home = task.section_id === null ? { project_id: task.project_id } : { section_id: task.section_id };
  return { op: "move_task", id: task.id, body: { ...home, ...order } };
}
