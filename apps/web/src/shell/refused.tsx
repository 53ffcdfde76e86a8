import type { Conflict } from "@todo/contract";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useEverything, useView, useWorkplace } from "../store/hooks.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { RefusedItem } from "./refused-item.tsx";
import { remedyOf, unconditional } from "./refusal.ts";

/** What the API did not take: to try once more, as things are now, where that can help, or to let go. */
export default function Refused({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const { store } = useWorkplace().session;
  const conflicts = useView((view) => view.conflicts);
  const state = useEverything();
  const discard = (conflict: Conflict): void => void store.dismiss(conflict);
  const again = (conflict: Conflict): void => {
    const remedy = remedyOf(conflict, store.view().state);
    discard(conflict);
    store.write([...(remedy.type === "restore" ? [remedy.first] : []), unconditional(conflict.operation)]);
  };
  const remedied = conflicts.filter((conflict) => remedyOf(conflict, state).type === "again");
  return (
    <Dialog label={t.refused(conflicts.length)} onClose={onClose}>
      <div className="dialog-head">
        <h2>{t.refused(conflicts.length)}</h2>
        <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <p className="muted">{t.refusedLead}</p>
      <ul className="refused">
        {conflicts.map((conflict) => (
          <RefusedItem
            key={conflict.number}
            conflict={conflict}
            remedy={remedyOf(conflict, state)}
            onDiscard={() => discard(conflict)}
            onAgain={() => again(conflict)}
          />
        ))}
      </ul>
      {conflicts.length > 1 && (
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => conflicts.forEach(discard)}>
            {t.discardAll}
          </button>
          {remedied.length > 1 && (
            <button type="button" className="button" onClick={() => remedied.forEach(again)}>
              {t.tryAllAgain}
            </button>
          )}
        </div>
      )}
    </Dialog>
  );
}
