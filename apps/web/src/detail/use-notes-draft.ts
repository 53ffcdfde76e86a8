import { useEffect, useEffectEvent, useState } from "react";

import { useMessages } from "../i18n/language.ts";
import { useWorkplace } from "../store/hooks.ts";
import { useKeeping } from "../ui/use-keeping.ts";
import { adopted, bothOf, clashes, type Draft } from "./draft.ts";

const PAUSE_MS = 1000;

export interface NotesDraft {
  /** Undefined if nobody edits. */
  readonly text: string | undefined;
  /** What the notes are now that others have changed them too; nothing is saved until somebody has chosen. */
  readonly theirs: string | undefined;
  readonly edit: (text: string) => void;
  /** Saved and over, unless others have written too. */
  readonly leave: () => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly keepBoth: () => void;
}

/** Notes while they are edited: saved at each pause, and whenever they go out of sight. */
export function useNotesDraft(notes: string, onSave: (notes: string) => void): NotesDraft {
  const t = useMessages();
  const { notices } = useWorkplace();
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const current = draft && adopted(draft, notes);
  if (current !== draft) setDraft(current);
  const isClash = current !== undefined && clashes(current, notes);

  const save = (text: string): void => {
    if (text !== notes) onSave(text);
  };
  const pause = useEffectEvent(() => {
    if (current !== undefined && !isClash) save(current.text);
  });
  const text = current?.text;
  useEffect(() => {
    if (text === undefined) return undefined;
    const timer = setTimeout(() => pause(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  useKeeping(() => {
    if (current === undefined) return;
    save(isClash ? bothOf(notes, current.text) : current.text);
    if (isClash) notices.show(t.keptBothNotes);
    setDraft(undefined);
  });

  return {
    text,
    theirs: isClash ? notes : undefined,
    edit: (next) => setDraft({ text: next, base: current?.base ?? notes }),
    leave: () => {
      if (current === undefined || isClash) return;
      save(current.text);
      setDraft(undefined);
    },
    keepMine: () => current && onSave(current.text),
    takeTheirs: () => setDraft(undefined),
    keepBoth: () => {
      if (current === undefined) return;
      const both = bothOf(notes, current.text);
      setDraft({ text: both, base: notes });
      onSave(both);
    },
  };
}
