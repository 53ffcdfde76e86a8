import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";

interface ClashProps {
  readonly theirs: string;
  readonly onKeepMine: () => void;
  readonly onKeepBoth: () => void;
  readonly onTakeTheirs: () => void;
}

/** Others have written, too: shows what, and asks which of the two it is to be. */
export function Clash({ theirs, onKeepMine, onKeepBoth, onTakeTheirs }: ClashProps): ReactElement {
  const t = useMessages();
  return (
    <div className="clash">
      <p role="alert">{t.notesChanged}</p>
      <blockquote className="written" dir="auto" aria-label={t.theirNotes}>
        {theirs === "" ? t.noNotes : theirs}
      </blockquote>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onTakeTheirs}>
          {t.takeTheirs}
        </button>
        <button type="button" className="button" onClick={onKeepBoth}>
          {t.keepBoth}
        </button>
        <button type="button" className="button primary" onClick={onKeepMine}>
          {t.keepMine}
        </button>
      </div>
    </div>
  );
}
