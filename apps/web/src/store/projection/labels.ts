import type { Instant, LabelCreate, LabelUpdate, Place, Uuid } from "@todo/contract";

import type { Draft } from "../draft.ts";
import { atEnd, positionAmong } from "../places.ts";
import { labelKey } from "../state.ts";

export function createLabel(draft: Draft, id: Uuid, body: LabelCreate, at: Instant): void {
  const stamps = { version: 0, created_at: at, updated_at: at };
  draft.put("labels", { color: null, ...body, id, position: atEnd(at + id), ...stamps });
}

/** A new name is the new name on every task. */
export function updateLabel(draft: Draft, id: Uuid, body: LabelUpdate): void {
  const label = draft.state.labels.get(id);
  if (label === undefined) return;
  draft.patch("labels", id, body);
  const { name } = body;
  if (name !== undefined) rewrite(draft, label.name, (names) => names.map((each) => (isOf(each, label.name) ? name : each)));
}

export function moveLabel(draft: Draft, id: Uuid, place: Place, at: string): void {
  const siblings = [...draft.state.labels.values()];
  draft.patch("labels", id, { position: positionAmong(siblings, id, place, at + id) });
}

/** And off every task. */
export function deleteLabel(draft: Draft, id: Uuid): void {
  const label = draft.state.labels.get(id);
  if (label === undefined) return;
  draft.delete("labels", id);
  rewrite(draft, label.name, (names) => names.filter((each) => !isOf(each, label.name)));
}

function rewrite(draft: Draft, name: string, change: (names: string[]) => string[]): void {
  for (const task of draft.state.tasks.values()) {
    if (!task.labels.some((each) => isOf(each, name))) continue;
    draft.patch("tasks", task.id, { labels: change(task.labels) });
  }
}

function isOf(one: string, other: string): boolean {
  return labelKey(one) === labelKey(other);
}
