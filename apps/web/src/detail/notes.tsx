import { lazy, Suspense, useEffect, useRef, useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";

const Markdown = lazy(() => import("./markdown.tsx"));

/** Read as Markdown, edited as text; kept when one leaves it. */
export function Notes({ notes, onSave }: { readonly notes: string; readonly onSave: (notes: string) => void }): ReactElement {
  const t = useMessages();
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const section = useRef<HTMLElement>(null);
  /** Left by a key, the focus stays here, on what edits them again. */
  const byKey = useRef(false);
  const isEditing = draft !== undefined;
  useEffect(() => {
    if (isEditing) section.current?.querySelector("textarea")?.focus();
    else if (byKey.current) section.current?.querySelector("button")?.focus();
    byKey.current = false;
  }, [isEditing]);
  return (
    <section ref={section} className="notes">
      <div className="section-head">
        <h2>{t.notes}</h2>
        {!isEditing && notes !== "" && (
          <button type="button" className="quiet" onClick={() => setDraft(notes)}>
            {t.edit}
          </button>
        )}
      </div>
      {isEditing ? (
        <textarea
          className="notes-field"
          aria-label={t.notes}
          placeholder={t.notesPlaceholder}
          maxLength={16_384}
          dir="auto"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => {
            if (draft !== notes) onSave(draft);
            setDraft(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            byKey.current = true;
            event.currentTarget.blur();
          }}
        />
      ) : notes === "" ? (
        <button type="button" className="notes-empty" onClick={() => setDraft("")}>
          {t.notesPlaceholder}
        </button>
      ) : (
        <Suspense fallback={<p className="markdown">{notes}</p>}>
          <Markdown text={notes} />
        </Suspense>
      )}
    </section>
  );
}
