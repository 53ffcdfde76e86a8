import type { TaskRead, Uuid } from "@todo/contract";

import type { Actions } from "../store/actions.ts";
import type { ListCommand } from "./list-keys.ts";
import type { ListItem } from "./lists.ts";
import type { PickerKind } from "./pickers.tsx";
import { indent, outdent, reorder } from "./reordering.ts";
import * as selecting from "./selection.ts";

/** What is being chosen, and for which tasks. */
export interface Picking {
  readonly kind: PickerKind;
  readonly ids: readonly Uuid[];
}

interface CommandContext {
  readonly actions: Actions;
  readonly tasks: ReadonlyMap<Uuid, TaskRead>;
  readonly items: readonly ListItem[];
  readonly order: readonly Uuid[];
  readonly selection: selecting.Selection;
  readonly setSelection: (selection: selecting.Selection) => void;
  readonly focusRow: (id: Uuid | undefined) => void;
  readonly open: (id: Uuid) => void;
  readonly setEditing: (id: Uuid | undefined) => void;
  readonly setPicker: (picking: Picking) => void;
}

/** Does what a key asked of a list; whether there was anything to do. */
export function carryOut(command: ListCommand, context: CommandContext): boolean {
  const { actions, tasks, items, order, selection, setSelection } = context;
  const { active } = selection;
  const ids = selecting.targets(selection, order);
  switch (command.type) {
    case "go": {
      const next = selecting.moved(selection, order, command.steps, command.extend);
      setSelection(next);
      context.focusRow(next.active);
      return true;
    }
    case "selectAll":
      setSelection(selecting.all(selection, order));
      return true;
    case "clear":
      setSelection({ ...selection, chosen: new Set() });
      return selection.chosen.size > 0;
  }
  if (active === undefined || ids.length === 0) return false;
  switch (command.type) {
    case "open":
      context.open(active);
      return true;
    case "rename":
      context.setEditing(active);
      return true;
    case "complete":
      actions.toggle(ids);
      return true;
    case "select":
      setSelection(selecting.toggled(selection, active));
      return true;
    case "trash":
      actions.trash(ids);
      return true;
    case "priority":
      actions.update(ids, { priority: command.priority });
      return true;
    case "pick":
      context.setPicker({ kind: command.kind, ids });
      return true;
    case "reorder": {
      const move = reorder(items, ids, command.steps);
      if (move !== undefined) actions.move(ids, move);
      return true;
    }
    case "indent": {
      const move = indent(items, tasks, ids);
      if (move !== undefined) actions.move(ids, move);
      return true; // to the browser it would be a step in its history
    }
    case "outdent": {
      const out = outdent(tasks, ids);
      if (out !== undefined) actions.move(out.ids, out.move);
      return true;
    }
  }
}
