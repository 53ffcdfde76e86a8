import type { Uuid } from "@todo/contract";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useActions } from "../store/hooks.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import type { PickerKind } from "./pickers.tsx";

interface BatchBarProps {
  readonly ids: readonly Uuid[];
  readonly onPick: (kind: PickerKind, ids: readonly Uuid[]) => void;
  readonly onClear: () => void;
}

/** What can be done with all that is selected. */
export default function BatchBar({ ids, onPick, onClear }: BatchBarProps): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const tools: readonly (readonly [IconName, string, () => void])[] = [
    ["check", t.complete, () => actions.toggle(ids)],
    ["today", t.setDue, () => onPick("due", ids)],
    ["priority", t.setPriority, () => onPick("priority", ids)],
    ["tag", t.setLabels, () => onPick("labels", ids)],
    ["move", t.moveTo, () => onPick("move", ids)],
    ["trash", t.delete, () => actions.trash(ids)],
  ];
  return (
    <div role="toolbar" className="batch" aria-label={t.selected(ids.length)}>
      <span className="batch-count" role="status">
        {t.selected(ids.length)}
      </span>
      {tools.map(([icon, label, run]) => (
        <button key={icon} type="button" className="icon-button" aria-label={label} title={label} onClick={run}>
          <Icon name={icon} />
        </button>
      ))}
      <button type="button" className="icon-button" aria-label={t.clearSelection} title={t.clearSelection} onClick={onClear}>
        <Icon name="close" />
      </button>
    </div>
  );
}
