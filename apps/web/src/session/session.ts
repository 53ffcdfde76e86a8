import { createTodoClient, indexedDbStorage, sync, type Sync, type TodoClient } from "@todo/contract";

import { Store } from "../store/store.ts";
import { keepAll } from "../ui/use-keeping.ts";
import { watchAccount } from "./account-watch.ts";
import { eraseLate, eraseLateOfOthers, keepLate, takeLate } from "./late.ts";
import type { Person } from "./person.ts";
import { Standing } from "./standing.ts";
import { tokenSource } from "./token.ts";

const PREFIX = "todo.";
/** How long the two sides of an account may take to be deleted, one after the other. */
const DELETION_MS = 5000;

/** One person's things on this device, and the way to the API. */
export interface Session {
  readonly person: Person;
  readonly todo: TodoClient;
  readonly store: Store;
  /** Whether one has to sign in again; what is queued waits for it. */
  readonly standing: Pick<Standing, "ending" | "subscribe">;
  /** Signed in again as the same person: go on at once. */
  readonly renewed: () => void;
  readonly close: () => Promise<void>;
}

export function openSession(person: Person): Session {
  const standing = new Standing(storageOf(person));
  let mayBeGone = (): boolean => false;
  const token = tokenSource({
    fetch: (path, init) => fetch(path, init),
    now: () => performance.now(),
    expired: () => standing.end(mayBeGone() ? "account" : "session"),
    granted: () => standing.renew(),
  });
  const todo = createTodoClient({ baseUrl: location.origin, token, clientName: "todo-web/0.1.0" });
  const replica: Sync = sync(todo, indexedDbStorage(storageOf(person)));
  mayBeGone = watchAccount({ replica, ask: () => token(true), pause: () => new Promise((resolve) => setTimeout(resolve, DELETION_MS)) });
  const store = new Store(replica);
  store.write(takeLate(person));
  const ended = new AbortController();
  const { signal } = ended;
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keepAll(), { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && eraseLate(person), { signal }); // it goes on, and stores them itself
  addEventListener(
    "pagehide",
    () => {
      keepAll();
      keepLate(person, store.unstored);
    },
    { signal },
  );
  return {
    person,
    todo,
    store,
    standing,
    renewed: () => {
      standing.renew();
      replica.hurry();
    },
    close: async () => {
      ended.abort();
      standing.close();
      await Promise.all([store.close(), replica.close()]);
    },
  };
}

/** Nothing of this person stays on this device. */
export function eraseCopy(person: Person): Promise<void> {
  eraseLate(person);
  return eraseStorage(storageOf(person));
}

/** Nothing stays of anybody but whoever is here when it is known what there is; a tab may have been closed while it was erasing. */
export async function eraseOthers(here: () => Person | undefined): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const person = here();
  const own = person && storageOf(person);
  eraseLateOfOthers(person);
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== own).map(eraseStorage));
}

function eraseStorage(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    // If it is blocked, it is erased when the last tab that has it open is closed.
    for (const end of ["success", "error", "blocked"]) request.addEventListener(end, () => resolve());
  });
}

function storageOf({ id }: Person): string {
  return `${PREFIX}${id}`;
}
