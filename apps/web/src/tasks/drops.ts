import type { CalendarDate, TaskMove, Uuid } from "@todo/contract";

import { beside, type Step } from "../dragging/steps.ts";
import type { ListItem } from "./lists.ts";
import { moveTo, type Edge } from "./reordering.ts";

/** What letting go would do, and where that is shown: only what can be done is offered. */
export interface Drop {
  readonly index: number;
  readonly edge: Edge;
  readonly effect:
    | { readonly type: "move"; readonly move: TaskMove }
    | { readonly type: "day"; readonly day: CalendarDate }
    | { readonly type: "arrange"; readonly step: Step };
}

/** The parts of a row's height at its edges that mean before and after; what is between them means into. */
const BESIDE = 0.3;

/** Tasks over a part of an item's height. */
export function taskDrop(
  items: readonly ListItem[],
  index: number,
  part: number,
  ids: readonly Uuid[],
  fitUnder: (parent: Uuid) => boolean,
): Drop | undefined {
  const target = items[index];
  if (target === undefined || ids.includes(target.key as Uuid)) return undefined;
  const day = target.kind === "task" ? target.day : target.heading.type === "day" ? target.heading.day : undefined;
  if (day !== undefined) return { index, edge: "after", effect: { type: "day", day } };
  if (target.kind === "task" && part >= BESIDE && part <= 1 - BESIDE && fitUnder(target.key)) {
    return offered(items, index, "into", ids);
  }
  const edge = part < (target.kind === "task" ? 0.5 : BESIDE) ? "before" : "after";
  const neighbour = items[edge === "before" ? index - 1 : index + 1];
  const isThere = ids.length === 1 && ids[0] === neighbour?.key;
  return isThere && target.kind === "task" ? undefined : offered(items, index, edge, ids);
}

function offered(items: readonly ListItem[], index: number, edge: Edge, ids: readonly Uuid[]): Drop | undefined {
  const move = moveTo(items, index, edge, ids);
  return move === undefined ? undefined : { index, edge, effect: { type: "move", move } };
}

/** A section over any item: in front of the section of that item, or behind all of it. */
export function sectionDrop(items: readonly ListItem[], id: Uuid, index: number): Drop | undefined {
  const ids = sectionsIn(items);
  const isOf = (section: Uuid) => (item: ListItem) => item.key === section;
  const target = ids.findLast((section) => items.findIndex(isOf(section)) <= index) ?? ids[0];
  if (target === undefined) return undefined;
  const edge = ids.indexOf(target) < ids.indexOf(id) ? "before" : "after";
  const step = beside(ids, id, target, edge);
  if (step === undefined) return undefined;
  const heading = items.findIndex(isOf(target));
  const next = items.findIndex((item, at) => at > heading && item.kind === "heading");
  const last = next === -1 ? items.length - 1 : next - 1;
  return { index: edge === "before" ? heading : last, edge, effect: { type: "arrange", step } };
}

/** In their order. */
export function sectionsIn(items: readonly ListItem[]): readonly Uuid[] {
  return items.flatMap((item) => (item.kind === "heading" && item.heading.type === "section" ? [item.heading.section.id] : []));
}
