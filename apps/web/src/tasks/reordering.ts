import type { TaskMove, TaskRead, Uuid } from "@todo/contract";

import { homeOf } from "../store/places.ts";
import type { Home, ListItem, TaskItem } from "./lists.ts";
import { fitUnder } from "./nesting.ts";

export type Edge = "before" | "after" | "into";

/** Where the tasks go that are dropped at an edge of an item; undefined if nothing can be put there. */
export function moveTo(items: readonly ListItem[], index: number, edge: Edge, ids: readonly Uuid[]): TaskMove | undefined {
  const target = items[index];
  if (target === undefined) return undefined;
  if (target.kind === "heading") {
    if (target.heading.type !== "section") return undefined;
    const { id, project_id } = target.heading.section;
    return edge === "before" ? endBefore(items, index, { project_id }, ids) : inFront(items, index + 1, { section_id: id }, ids);
  }
  const { home } = target;
  if (home === undefined || ids.includes(target.key)) return undefined;
  if (edge === "into") return { parent_id: target.key };
  if (edge === "before") return { ...home, before: target.key };
  return { ...home, after: target.key };
}

/** One place up or down, also over the edge of a section. */
export function reorder(items: readonly ListItem[], ids: readonly Uuid[], steps: number): TaskMove | undefined {
  const indexes = items.flatMap(({ key }, index) => (ids.includes(key as Uuid) ? [index] : []));
  const edge = steps < 0 ? indexes[0] : indexes.at(-1);
  if (edge === undefined || indexes.length !== ids.length) return undefined;
  const next = edge + Math.sign(steps);
  return moveTo(items, next, steps < 0 ? "before" : "after", ids);
}

/** To the end of the subtasks of the task above the first of them. */
export function indent(
  items: readonly ListItem[],
  tasks: ReadonlyMap<Uuid, TaskRead>,
  ids: readonly Uuid[],
): TaskMove | undefined {
  const first = items.findIndex(({ key }) => ids.includes(key as Uuid));
  const above = items[first - 1];
  if (above?.kind !== "task" || above.home === undefined || !fitUnder(tasks, above.key, ids)) return undefined;
  return { parent_id: above.key };
}

/** Those that are subtasks of the first one's parent come to stand behind that. */
export function outdent(
  tasks: ReadonlyMap<Uuid, TaskRead>,
  ids: readonly Uuid[],
): { readonly ids: readonly Uuid[]; readonly move: TaskMove } | undefined {
  const [first] = ids.map((id) => tasks.get(id)?.parent_id ?? undefined);
  const parent = first === undefined ? undefined : tasks.get(first);
  if (parent === undefined) return undefined;
  return {
    ids: ids.filter((id) => tasks.get(id)?.parent_id === parent.id),
    move: { ...homeOf(parent), after: parent.id },
  };
}

/** The end of the place above a section's heading: of another section, or of what is in none. */
function endBefore(items: readonly ListItem[], index: number, top: Home, ids: readonly Uuid[]): TaskMove | undefined {
  const above = items.slice(0, index).findLast((item) => !ids.includes(item.key as Uuid));
  if (above === undefined) return top;
  if (above.kind === "heading") {
    return above.heading.type === "section" ? { section_id: above.heading.section.id } : undefined;
  }
  return above.home === undefined ? undefined : { ...above.home, after: above.key };
}

function inFront(items: readonly ListItem[], index: number, home: Home, ids: readonly Uuid[]): TaskMove {
  const first = items[index];
  const isThere = first?.kind === "task" && !ids.includes(first.key) && isSame(first, home);
  return isThere ? { ...home, before: first.key } : home;
}

function isSame({ home }: TaskItem, other: Home): boolean {
  return home?.section_id === other.section_id && home?.project_id === other.project_id;
}
