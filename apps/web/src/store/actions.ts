import {
  isProblem,
  type Operation,
  type TaskCreate,
  type TaskMove,
  type TaskUpdate,
  type TodoClient,
  type Uuid,
} from "@todo/contract";

import type { Step } from "../dragging/steps.ts";
import type { Messages } from "../i18n/en.ts";
import type { Notices } from "../shell/notices.ts";
import { reverseOf } from "./reverse.ts";
import type { Store } from "./store.ts";

/** So many changes the API takes back while one waits; more are faster undone by writes, which are seen at once. */
const MOST_CHANGES = 10;

/** What people do: each is seen at once, told, and can be taken back. */
export class Actions {
  readonly #store: Store;
  readonly #todo: TodoClient;
  readonly #notices: Notices;
  readonly #t: Messages;

  constructor(store: Store, todo: TodoClient, notices: Notices, t: Messages) {
    this.#store = store;
    this.#todo = todo;
    this.#notices = notices;
    this.#t = t;
  }

  add(body: TaskCreate, place: string): Uuid {
    const [id] = this.#act([{ op: "create_task", body }], this.#t.addedTo(place));
    return id as Uuid;
  }

  addAll(bodies: readonly TaskCreate[]): void {
    this.#act(bodies.map((body) => ({ op: "create_task", body })), this.#t.addedTasks(bodies.length));
  }

  complete(ids: readonly Uuid[]): void {
    this.#act(ids.map((id) => ({ op: "complete_task", id })), this.#t.completedTasks(ids.length));
  }

  reopen(ids: readonly Uuid[]): void {
    this.#act(ids.map((id) => ({ op: "reopen_task", id })), this.#t.reopenedTasks(ids.length));
  }

  /** Completes what is open; if nothing is, reopens. */
  toggle(ids: readonly Uuid[]): void {
    const { tasks } = this.#store.view().state;
    const open = ids.filter((id) => tasks.get(id)?.status === "open");
    if (open.length > 0) this.complete(open);
    else this.reopen(ids);
  }

  trash(ids: readonly Uuid[]): void {
    this.#act(ids.map((id) => ({ op: "trash_task", id })), this.#t.trashedTasks(ids.length));
  }

  restore(ids: readonly Uuid[]): void {
    this.#act(ids.map((id) => ({ op: "restore_task", id })), this.#t.restoredTasks(ids.length));
  }

  purge(ids: readonly Uuid[]): void {
    this.#act(ids.map((id) => ({ op: "purge_task", id })), this.#t.purgedTasks(ids.length));
  }

  update(ids: readonly Uuid[], body: TaskUpdate): void {
    this.#act(ids.map((id) => ({ op: "update_task", id, body })), this.#t.changedTasks(ids.length));
  }

  /** A change of its own for each. */
  each(ids: readonly Uuid[], operation: (id: Uuid) => Operation): void {
    this.#act(ids.map(operation), this.#t.changedTasks(ids.length));
  }

  /** Edits of one field after the other are not told: the screen shows them already. */
  edit(id: Uuid, body: TaskUpdate): void {
    this.#act([{ op: "update_task", id, body }]);
  }

  /** Each to the end of the place, or all, in their order, next to the task that the move names. */
  move(ids: readonly Uuid[], move: TaskMove): void {
    let after = move.after;
    const operations = ids.map((id): Operation => {
      const { after: _first, ...rest } = move;
      const body = after === undefined ? rest : { ...rest, after };
      if (move.after !== undefined) after = id;
      return { op: "move_task", id, body };
    });
    const parent = move.parent_id === undefined ? undefined : this.#store.view().state.tasks.get(move.parent_id);
    const isNested = parent !== undefined && move.before === undefined && move.after === undefined;
    this.#act(operations, isNested ? this.#t.movedUnder(parent.title) : this.#t.movedTasks(ids.length));
  }

  /** Among what is ordered with it. */
  arrange(op: "move_project" | "move_section" | "move_label", id: Uuid, { place, to, of }: Step): void {
    this.do({ op, id, body: place }, this.#t.movedToPlace(to, of));
  }

  /** Out of the way with all its tasks, or back. */
  archive(project: Uuid, archived: boolean): void {
    const text = archived ? this.#t.archivedProject : this.#t.unarchivedProject;
    this.do({ op: "update_project", id: project, body: { archived } }, text);
  }

  /** Anything else, with the words to tell it by. */
  do(operation: Operation, text?: string): Uuid {
    const [id] = this.#act([operation], text);
    return id as Uuid;
  }

  /** Takes the last thing back that was told with an undo. */
  undoLast(): void {
    const notice = this.#notices.current();
    notice?.undo?.();
  }

  #act(operations: readonly Operation[], text?: string): Uuid[] {
    const before = this.#store.view().state;
    const written = this.#store.write(operations);
    if (text === undefined) return written.map(({ id }) => id);
    const changes = new Set<number>();
    let waiting = written.length;
    for (const { change } of written) {
      const settled = (id?: number): void => {
        waiting -= 1;
        if (id !== undefined) changes.add(id);
      };
      change.then(settled, () => settled());
    }
    if (operations.some(({ op }) => op === "purge_task")) {
      this.#notices.show(text);
      return written.map(({ id }) => id);
    }
    const reverse = written.flatMap(({ operation, id }) => reverseOf(operation, id, before)).toReversed();
    const undo = (): void => void this.#undo(waiting === 0 ? [...changes] : [], reverse);
    this.#notices.show(text, undo);
    return written.map(({ id }) => id);
  }

  /** By the changes if the API has answered them all; by the reverse writes if not, if it is far, or if they are many. */
  async #undo(change_ids: number[], reverse: readonly Operation[]): Promise<void> {
    this.#notices.dismiss();
    const isLittle = change_ids.length <= MOST_CHANGES || reverse.length === 0;
    if (change_ids.length > 0 && isLittle && this.#store.view().status !== "offline") {
      try {
        await this.#todo.changes.undo({ change_ids }, { idempotencyKey: crypto.randomUUID() });
        return this.#notices.show(this.#t.undone);
      } catch (error) {
        if (isProblem(error)) return this.#notices.show(this.#t.undoFailed);
      }
    }
    if (reverse.length === 0) {
      return this.#notices.show(this.#t.undoLater, () => void this.#undo(change_ids, reverse));
    }
    this.#store.write(reverse);
    this.#notices.show(this.#t.undone);
  }
}
