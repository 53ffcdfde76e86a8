import type { AccountRead, LabelRead, Operation, ProjectRead, SectionRead, TaskRead, Uuid } from "@todo/contract";

/** One user's documents by their ids; never changed in place. */
export interface State {
  readonly account: AccountRead | undefined;
  readonly projects: ReadonlyMap<Uuid, ProjectRead>;
  readonly sections: ReadonlyMap<Uuid, SectionRead>;
  readonly labels: ReadonlyMap<Uuid, LabelRead>;
  readonly tasks: ReadonlyMap<Uuid, TaskRead>;
}

/** A write that is to be seen before the API has told of it. */
export interface Write {
  readonly id: Uuid;
  readonly operation: Operation;
  /** When it was asked for. */
  readonly at: string;
}

export const EMPTY: State = {
  account: undefined,
  projects: new Map(),
  sections: new Map(),
  labels: new Map(),
  tasks: new Map(),
};

/** Where tasks are until the first answer of the API has told the id of the inbox. */
export const UNKNOWN_INBOX = "00000000-0000-0000-0000-000000000000" as Uuid;

export function inboxOf(state: State): Uuid {
  return state.account?.inbox_id ?? UNKNOWN_INBOX;
}

export function byId<Document extends { readonly id: Uuid }>(documents: readonly Document[]): Map<Uuid, Document> {
  return new Map(documents.map((document) => [document.id, document]));
}

/** Documents are ordered by their positions, byte by byte, and by their ids where those are equal. */
export function byPosition(
  one: { readonly position: string; readonly id: Uuid },
  other: { readonly position: string; readonly id: Uuid },
): number {
  if (one.position !== other.position) return one.position < other.position ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

/** As the API compares the names of labels. */
export function labelKey(name: string): string {
  return name.normalize("NFC").toLowerCase().normalize("NFC");
}
