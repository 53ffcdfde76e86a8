import type { TaskRead, Uuid } from "@todo/contract";
import type { HTMLAttributes, KeyboardEvent, RefAttributes } from "react";

import { useOrdering, type Row } from "../dragging/use-ordering.ts";
import { useMessages } from "../i18n/language.ts";
import { useWorkplace } from "../store/hooks.ts";
import { keyCommand } from "../tasks/list-keys.ts";
import type { TaskItem } from "../tasks/lists.ts";
import { indent, outdent } from "../tasks/reordering.ts";

interface SubtaskOrder {
  readonly list: HTMLAttributes<HTMLUListElement> & RefAttributes<HTMLUListElement>;
  readonly row: (id: Uuid) => Row;
}

/** Subtasks are put in order as projects are; Alt with the other arrows takes one a level in or out. */
export function useSubtaskOrder(parent: Uuid, subtasks: readonly TaskRead[]): SubtaskOrder {
  const t = useMessages();
  const { actions, session } = useWorkplace();
  const home = { parent_id: parent };
  const items = subtasks.map((task): TaskItem => ({ kind: "task", key: task.id, task, home, day: undefined }));
  const { list, row } = useOrdering(
    subtasks.map(({ id, title }) => ({ id, name: title })),
    (id, { place, to, of }) => {
      actions.do({ op: "move_task", id, body: { ...home, ...place } }, t.movedToPlace(to, of));
    },
  );

  const nest = (event: KeyboardEvent): void => {
    const command = keyCommand(event.nativeEvent, document.documentElement.dir);
    const from = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-ordered]") : null;
    if (from === null || (command?.type !== "indent" && command?.type !== "outdent")) return;
    event.preventDefault();
    event.stopPropagation();
    const { tasks } = session.store.view().state;
    const ids = [from.dataset["ordered"] as Uuid];
    const move = command.type === "indent" ? indent(items, tasks, ids) : outdent(tasks, ids)?.move;
    if (move === undefined) return;
    focusBeside(from);
    actions.move(ids, move);
  };
  return { list: { ref: list, onKeyDown: nest }, row };
}

/** What is taken elsewhere leaves the focus to the one above it, or below it, or to adding another. */
function focusBeside(row: Element): void {
  const beside = row.previousElementSibling ?? row.nextElementSibling;
  const field = row.closest("section")?.querySelector<HTMLElement>("form input");
  (beside?.querySelector<HTMLElement>(".subtask-title") ?? field)?.focus();
}
