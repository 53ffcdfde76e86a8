import type { Conflict, Operation, ProblemCode, TaskMove, Uuid } from "@todo/contract";

import type { Messages } from "../i18n/en.ts";
import type { State } from "../store/state.ts";

/** What can help: the same once more, the same after something has left the trash, or nothing. */
export type Remedy = { readonly type: "again" } | { readonly type: "none" } | { readonly type: "restore"; readonly first: Operation };

const REASONS: Partial<Record<ProblemCode, keyof Messages["refusals"]>> = {
  task_not_found: "gone",
  project_not_found: "gone",
  section_not_found: "gone",
  label_not_found: "gone",
  in_trash: "inTrash",
  stale_version: "changed",
  label_exists: "labelExists",
  too_deep: "tooDeep",
  task_cycle: "cycle",
  sibling_not_found: "noPlace",
  no_room: "noPlace",
  too_many_tasks: "tooMany",
  too_many_projects: "tooMany",
  too_many_sections: "tooMany",
  too_many_labels: "tooMany",
};
/** The same would be refused again, whenever it comes. */
const FINAL: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "task_not_found",
  "project_not_found",
  "section_not_found",
  "label_not_found",
  "label_exists",
  "sibling_not_found",
  "id_taken",
  "too_deep",
  "task_cycle",
  "inbox_protected",
  "invalid_request",
]);

/** Why it was refused; undefined if only the server has words for it. */
export function reasonOf({ problem }: Conflict, t: Messages): string | undefined {
  const reason = REASONS[problem.code];
  return reason === undefined ? undefined : t.refusals[reason];
}

export function remedyOf({ id, operation, problem }: Conflict, state: State): Remedy {
  if (FINAL.has(problem.code)) return { type: "none" };
  if (problem.code !== "in_trash") return { type: "again" };
  const first = trashed(state, [id, ...placesIn(operation)]);
  return first === undefined ? { type: "again" } : { type: "restore", first };
}

/** The version that it was meant for is gone: whoever tries again means things as they are. */
export function unconditional(operation: Operation): Operation {
  if (!("if_match" in operation)) return operation;
  const { if_match: _version, ...rest } = operation;
  return rest as Operation;
}

/** What gives back the one of these that is in the trash. */
function trashed({ tasks, projects }: State, ids: readonly Uuid[]): Operation | undefined {
  for (const id of ids) {
    if ((tasks.get(id)?.deleted_at ?? null) !== null) return { op: "restore_task", id };
    if ((projects.get(id)?.deleted_at ?? null) !== null) return { op: "restore_project", id };
  }
  return undefined;
}

function placesIn(operation: Operation): Uuid[] {
  const { parent_id, project_id }: TaskMove = "body" in operation ? (operation.body as TaskMove) : {};
  return [parent_id, project_id].filter((id) => id !== undefined);
}
