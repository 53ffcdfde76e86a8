import type { TaskRead, Uuid } from "@todo/contract";

import { childrenOf } from "../store/places.ts";

type Tasks = ReadonlyMap<Uuid, TaskRead>;

/** So deep the API lets tasks be nested. */
const DEEPEST = 5;

const known = new WeakMap<Tasks, ReturnType<typeof childrenOf>>();

/** Whether all of them can become subtasks of one: it is none of them, not below them, and not too deep. */
export function fitUnder(tasks: Tasks, parent: Uuid, ids: readonly Uuid[]): boolean {
  const above = withAncestors(tasks, parent);
  if (ids.some((id) => above.includes(id))) return false;
  const children = known.get(tasks) ?? childrenOf(tasks.values());
  known.set(tasks, children);
  const levels = (id: Uuid): number => 1 + Math.max(0, ...(children.get(id) ?? []).map(levels));
  return above.length + Math.max(0, ...ids.map(levels)) <= DEEPEST;
}

/** Whether a task can have subtasks. */
export function hasLevelBelow(tasks: Tasks, id: Uuid): boolean {
  return withAncestors(tasks, id).length < DEEPEST;
}

function withAncestors(tasks: Tasks, id: Uuid): readonly Uuid[] {
  const found: Uuid[] = [];
  for (let each: Uuid | null | undefined = id; each; each = tasks.get(each)?.parent_id) found.push(each);
  return found;
}
