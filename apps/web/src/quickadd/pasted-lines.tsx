import { useEffect, useRef, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";

interface PastedLinesProps {
  readonly lines: readonly string[];
  readonly onAdd: () => void;
  readonly onJoin: () => void;
}

const SHOWN = 8;

/** Asks what several lines are to be: as many tasks, or one. */
export default function PastedLines({ lines, onAdd, onJoin }: PastedLinesProps): ReactElement {
  const t = useMessages();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className="pasted">
      <p role="alert">{t.pastedLines(lines.length)}</p>
      <p className="written" dir="auto">
        {[...lines.slice(0, SHOWN), ...(lines.length > SHOWN ? ["…"] : [])].join("\n")}
      </p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onJoin}>
          {t.asOneTask}
        </button>
        <button ref={first} type="button" className="button primary" onClick={onAdd}>
          {t.addTasks(lines.length)}
        </button>
      </div>
    </div>
  );
}
