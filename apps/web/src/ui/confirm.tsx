import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Dialog } from "./dialog.tsx";

interface ConfirmProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot easily be taken back. */
export function Confirm({ title, lead, action, onConfirm, onClose }: ConfirmProps): ReactElement {
  const t = useMessages();
  return (
    <Dialog label={title} kind="alert" onClose={onClose}>
      <h2>{title}</h2>
      <p className="muted">{lead}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t.cancel}
        </button>
        <button
          type="button"
          className="button danger-fill"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
