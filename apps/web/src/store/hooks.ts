import { createContext, use, useCallback, useRef, useSyncExternalStore } from "react";

import type { Person } from "../session/person.ts";
import type { Session } from "../session/session.ts";
import type { Notices } from "../shell/notices.ts";
import type { Actions } from "./actions.ts";
import { indexOf, type Index } from "./index.ts";
import type { State } from "./state.ts";
import type { View } from "./store.ts";

export interface Workplace {
  readonly session: Session;
  readonly actions: Actions;
  readonly notices: Notices;
  readonly leave: () => Promise<void>;
}

export const WorkplaceContext = createContext<Workplace | undefined>(undefined);

export function useWorkplace(): Workplace {
  const workplace = use(WorkplaceContext);
  if (workplace === undefined) throw new Error("Nobody is signed in here.");
  return workplace;
}

export function useActions(): Actions {
  return useWorkplace().actions;
}

export function usePerson(): Person {
  return useWorkplace().session.person;
}

/** What is selected of the view; drawn again only when that is another value. */
export function useView<Value>(select: (view: View) => Value, isEqual: (a: Value, b: Value) => boolean = Object.is): Value {
  const { store } = useWorkplace().session;
  const last = useRef<{ readonly value: Value } | undefined>(undefined);
  const snapshot = useCallback(() => {
    const value = select(store.view());
    if (last.current === undefined || !isEqual(last.current.value, value)) last.current = { value };
    return last.current.value;
  }, [store, select, isEqual]);
  return useSyncExternalStore(store.subscribe, snapshot);
}

const stateOf = (view: View): State => view.state;
const indexIn = (view: View): Index => indexOf(view.state);

const statusOf = (view: View): View["status"] => view.status;
const hearConnection = (listener: () => void): (() => void) => {
  const ended = new AbortController();
  for (const event of ["online", "offline"]) addEventListener(event, listener, { signal: ended.signal });
  return () => ended.abort();
};

/** How it goes; the browser knows before a stream has fallen silent that there is no network. */
export function useStatus(): View["status"] {
  const status = useView(statusOf);
  const isOnline = useSyncExternalStore(hearConnection, () => navigator.onLine);
  return isOnline ? status : "offline";
}

/** Whether the session is over, so that one has to sign in again. */
export function useHasEnded(): boolean {
  const { standing } = useWorkplace().session;
  return useSyncExternalStore(standing.subscribe, standing.ending) !== undefined;
}

/** All of it: for lists, which look at everything anyway. */
export function useEverything(): State {
  return useView(stateOf);
}

export function useIndex(): Index {
  return useView(indexIn);
}
