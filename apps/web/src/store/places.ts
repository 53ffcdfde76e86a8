import type { Place, TaskMove, TaskRead, Uuid } from "@todo/contract";

import { byPosition } from "./state.ts";

export interface Positioned {
  readonly id: Uuid;
  readonly position: string;
}

/** A position that the API would not choose, but between the same two neighbours. */
export function between(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return after === undefined ? "a8" : after.slice(0, -1);
  for (let gap = "8"; ; gap = `0${gap}`) {
    const position = before + gap;
    if (after === undefined || position < after || gap.length > 40) return position;
  }
}

/** Behind everything that the API has put anywhere: its own positions begin with an earlier letter. */
export function atEnd(ordinal: string): string {
  return `z${ordinal}`;
}

/** Where a row comes to stand among its siblings; without a neighbour named, at their end. */
export function positionAmong(siblings: readonly Positioned[], id: Uuid, place: Place, ordinal: string): string {
  const others = siblings.filter((sibling) => sibling.id !== id).toSorted(byPosition);
  const index = others.findIndex((sibling) => sibling.id === (place.after ?? place.before));
  if (index === -1) return atEnd(ordinal);
  const next = place.after === undefined ? index : index + 1;
  return between(others[next - 1]?.position, others[next]?.position);
}

/** Tasks that are ordered among each other: of one parent, or at the top of one section or project. */
export function isSibling(task: TaskRead, other: TaskRead): boolean {
  if (task.parent_id !== null || other.parent_id !== null) return task.parent_id === other.parent_id;
  return task.project_id === other.project_id && task.section_id === other.section_id;
}

/** Where a task is that stands beside this one. */
export function homeOf({ parent_id, section_id, project_id }: TaskRead): Pick<TaskMove, "project_id" | "section_id" | "parent_id"> {
  if (parent_id !== null) return { parent_id };
  return section_id === null ? { project_id } : { section_id };
}

/** A task and all below it. */
export function withDescendants(tasks: Iterable<TaskRead>, root: Uuid): Set<Uuid> {
  return reached(root, childrenOf(tasks));
}

export function childrenOf(tasks: Iterable<TaskRead>): ReadonlyMap<Uuid, readonly Uuid[]> {
  const children = new Map<Uuid, Uuid[]>();
  for (const { id, parent_id } of tasks) {
    if (parent_id === null) continue;
    const known = children.get(parent_id);
    if (known === undefined) children.set(parent_id, [id]);
    else known.push(id);
  }
  return children;
}

export function reached(root: Uuid, children: ReadonlyMap<Uuid, readonly Uuid[]>): Set<Uuid> {
  const found = new Set([root]);
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child);
  return found;
}
