import type { Conflict } from "@todo/contract";
import { useState, type ReactElement } from "react";

import { useToday } from "../due/use-today.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useEverything } from "../store/hooks.ts";
import { reasonOf, type Remedy } from "./refusal.ts";
import { nameOf, writtenIn } from "./written.ts";

interface RefusedItemProps {
  readonly conflict: Conflict;
  readonly remedy: Remedy;
  readonly onDiscard: () => void;
  readonly onAgain: () => void;
}

/** One write: what it was to do, with its words to be read and copied, why not, and what can be done now. */
export function RefusedItem({ conflict, remedy, onDiscard, onAgain }: RefusedItemProps): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const today = useToday();
  const state = useEverything();
  const [isCopied, setIsCopied] = useState(false);
  const name = nameOf(conflict, state);
  const written = writtenIn(conflict, today, language, t).filter(({ text }) => text !== name);
  const reason = reasonOf(conflict, t);
  const text = written.map((each) => each.text).join("\n\n") || name;
  return (
    <li>
      <p>
        <strong>{t.operations[conflict.operation.op]}</strong> <bdi>{name}</bdi>
      </p>
      {written.length > 0 && (
        <dl className="refused-words">
          {written.map((each) => (
            <div key={each.field}>
              <dt className="muted">{each.field}</dt>
              <dd className="written" dir="auto">
                {each.text}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="muted">
        {reason ?? (
          <>
            {t.saidServer} <span dir="ltr">{conflict.problem.detail}</span>
          </>
        )}
      </p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onDiscard}>
          {t.discard}
        </button>
        {text !== "" && (
          <button
            type="button"
            className="button"
            onClick={() => {
              navigator.clipboard.writeText(text).then(
                () => setIsCopied(true),
                () => undefined, // forbidden: the words can be selected
              );
            }}
          >
            {isCopied ? t.copied : t.copy}
          </button>
        )}
        {remedy.type !== "none" && (
          <button type="button" className="button primary" onClick={onAgain}>
            {remedy.type === "again" ? t.tryAgain : remedy.first.op === "restore_task" ? t.restoreTask : t.restoreProject}
          </button>
        )}
      </div>
    </li>
  );
}
