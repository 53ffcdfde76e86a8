import { createContext, use } from "react";

import type { Person } from "./person.ts";

/** What happens when somebody has signed in. */
export const EntranceContext = createContext<(person: Person, isNew: boolean) => void>(() => undefined);

export function useEntrance(): (person: Person, isNew: boolean) => void {
  return use(EntranceContext);
}
