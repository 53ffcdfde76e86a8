import type { Operation, Place, TaskRead, Uuid } from "@todo/contract";

import { byPosition, type State } from "./state.ts";
import { homeOf, isSibling, withDescendants, type Positioned } from "./places.ts";

/** The writes that take a write back, as far as writes can; from how things were before it. */
export function reverseOf(operation: Operation, id: Uuid, before: State): Operation[] {
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
      return back(before.tasks.get(id), (task) => ({ op: "update_task", id, body: fieldsOf(task, operation.body) }));
    case "move_task":
      return back(before.tasks.get(id), (task) => moveBack(task, before));
    case "update_project":
      return back(before.projects.get(id), (project) => ({ op: "update_project", id, body: fieldsOf(project, operation.body) }));
    case "move_project":
      return back(before.projects.get(id), (project) => {
        return { op: "move_project", id, body: placeBefore(project, [...before.projects.values()]) };
      });
    case "update_section":
      return back(before.sections.get(id), (section) => ({ op: "update_section", id, body: fieldsOf(section, operation.body) }));
    case "move_section":
      return back(before.sections.get(id), (section) => {
        const siblings = [...before.sections.values()].filter(({ project_id }) => project_id === section.project_id);
        return { op: "move_section", id, body: placeBefore(section, siblings) };
      });
    case "move_label":
      return back(before.labels.get(id), (label) => {
        return { op: "move_label", id, body: placeBefore(label, [...before.labels.values()]) };
      });
    case "purge_task":
    case "create_section":
    case "delete_section":
    case "create_label":
    case "update_label":
    case "delete_label":
      return []; // only the API can take these back, by their change
  }
}

/** None for what was not there. */
function back<Row>(row: Row | undefined, reverse: (row: Row) => Operation): Operation[] {
  return row === undefined ? [] : [reverse(row)];
}

function fieldsOf<Row extends object>(row: Row, changed: object): Partial<Row> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name in changed)) as Partial<Row>;
}

/** In front of what followed it, or at the end. */
function placeBefore(row: Positioned, siblings: readonly (Positioned & { readonly deleted_at?: string | null })[]): Place {
  const order = siblings.filter(({ deleted_at = null }) => deleted_at === null).toSorted(byPosition);
  const next = order[order.findIndex(({ id }) => id === row.id) + 1];
  return next === undefined ? {} : { before: next.id };
}

function moveBack(task: TaskRead, { tasks }: State): Operation {
  const order = placeBefore(task, [...tasks.values()].filter((other) => isSibling(task, other)));
  return { op: "move_task", id: task.id, body: { ...homeOf(task), ...order } };
}
