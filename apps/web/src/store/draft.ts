import type { AccountRead, LabelRead, ProjectRead, SectionRead, TaskRead, Uuid } from "@todo/contract";

import type { State } from "./state.ts";

interface Rows {
  readonly projects: ProjectRead;
  readonly sections: SectionRead;
  readonly labels: LabelRead;
  readonly tasks: TaskRead;
}
type Table = keyof Rows;

/** A state that is being changed: a table is copied once, when it is first written to. */
export class Draft {
  #state: State;
  readonly #copied = new Set<Table>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  put<T extends Table>(table: T, row: Rows[T]): void {
    this.#own(table).set(row.id, row);
  }

  /** Changes a row that is there. */
  patch<T extends Table>(table: T, id: Uuid, change: Partial<Rows[T]>): void {
    const row = (this.#state[table] as ReadonlyMap<Uuid, Rows[T]>).get(id);
    if (row !== undefined) this.put(table, { ...row, ...change });
  }

  delete(table: Table, id: Uuid): void {
    if (this.#state[table].has(id)) this.#own(table).delete(id);
  }

  account(account: AccountRead): void {
    this.#state = { ...this.#state, account };
  }

  #own<T extends Table>(table: T): Map<Uuid, Rows[T]> {
    if (!this.#copied.has(table)) {
      this.#copied.add(table);
      this.#state = { ...this.#state, [table]: new Map(this.#state[table] as ReadonlyMap<Uuid, Rows[T]>) };
    }
    return this.#state[table] as unknown as Map<Uuid, Rows[T]>;
  }
}
