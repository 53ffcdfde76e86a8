/** A text that is being edited, and the one that it was made from. */
export interface Draft {
  readonly text: string;
  readonly base: string;
}

/** Whether somebody else has made something else of the same text. */
export function clashes({ text, base }: Draft, now: string): boolean {
  return now !== base && now !== text && text !== base;
}

/** What is there now is what the draft goes on from, if it is the draft itself, or if nothing was typed yet. */
export function adopted(draft: Draft, now: string): Draft {
  if (now === draft.base || clashes(draft, now)) return draft;
  return { text: now, base: now };
}

/** Both, one below the other. */
export function bothOf(theirs: string, mine: string): string {
  return [theirs, mine].filter((text) => text.trim() !== "").join("\n\n---\n\n");
}
