import type { TaskMove, Uuid } from "@todo/contract";

import type { Home, ListItem, TaskItem } from "./lists.ts";

export type Edge = "before" | "after" | "into";

/** Where the tasks go that are dropped at an edge of an item; undefined if nothing can be put there. */
export function moveTo(items: readonly ListItem[], index: number, edge: Edge, ids: readonly Uuid[]): TaskMove | undefined {
  const target = items[index];
  if (target === undefined) return undefined;
  if (target.kind === "heading") {
    if (target.heading.type !== "section") return undefined;
    const home = { section_id: target.heading.section.id };
    return edge === "before" ? homeBefore(items, index) : inFront(items, index + 1, home, ids);
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

/** The end of the place above a heading. */
function homeBefore(items: readonly ListItem[], index: number): TaskMove | undefined {
  const above = items.slice(0, index).findLast((item) => item.kind === "task" || item.heading.type === "section");
  if (above === undefined) return undefined;
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
