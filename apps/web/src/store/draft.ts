import type { AccountRead, LabelRead, ProjectRead, SectionRead, TaskRead, Uuid } from "@todo/contract";

import { childrenOf, reached } from "./places.ts";
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
  /** Of each task those below it; undefined until somebody asks, and when one has come or gone elsewhere. */
  #below: ReadonlyMap<Uuid, readonly Uuid[]> | undefined;

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  put<T extends Table>(table: T, row: Rows[T]): void {
    if (table === "tasks" && this.#state.tasks.get(row.id)?.parent_id !== (row as TaskRead).parent_id) this.#below = undefined;
    this.#own(table).set(row.id, row);
  }

  /** A task and all below it. */
  withDescendants(root: Uuid): Set<Uuid> {
    this.#below ??= childrenOf(this.#state.tasks.values());
    return reached(root, this.#below);
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
