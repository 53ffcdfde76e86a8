import { lazy, Suspense, useEffect, useRef, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Clash } from "./clash.tsx";
import { useNotesDraft } from "./use-notes-draft.ts";

const Markdown = lazy(() => import("./markdown.tsx"));

/** Read as Markdown, edited as text. */
export function Notes({ notes, onSave }: { readonly notes: string; readonly onSave: (notes: string) => void }): ReactElement {
  const t = useMessages();
  const draft = useNotesDraft(notes, onSave);
  const section = useRef<HTMLElement>(null);
  /** Left by a key, the focus stays here, on what edits them again. */
  const byKey = useRef(false);
  const isEditing = draft.text !== undefined;
  const isClash = draft.theirs !== undefined;
  useEffect(() => {
    if (isClash) return;
    if (isEditing) section.current?.querySelector("textarea")?.focus();
    else if (byKey.current) section.current?.querySelector("button")?.focus();
    byKey.current = false;
  }, [isEditing, isClash]);
  return (
    <section ref={section} className="notes">
      <div className="section-head">
        <h2>{t.notes}</h2>
        {!isEditing && notes !== "" && (
          <button type="button" className="quiet" onClick={() => draft.edit(notes)}>
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
          value={draft.text}
          onChange={(event) => draft.edit(event.target.value)}
          onBlur={draft.leave}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            byKey.current = !isClash;
            event.currentTarget.blur();
          }}
        />
      ) : notes === "" ? (
        <button type="button" className="notes-empty" onClick={() => draft.edit("")}>
          {t.notesPlaceholder}
        </button>
      ) : (
        <Suspense fallback={<p className="markdown">{notes}</p>}>
          <Markdown text={notes} />
        </Suspense>
      )}
      {draft.theirs !== undefined && (
        <Clash
          theirs={draft.theirs}
          onKeepMine={draft.keepMine}
          onKeepBoth={draft.keepBoth}
          onTakeTheirs={() => {
            byKey.current = true;
            draft.takeTheirs();
          }}
        />
      )}
    </section>
  );
}
