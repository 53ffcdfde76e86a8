import { createContext, use } from "react";

import type { Prefill } from "./prefill.ts";

/** What any view can ask of what is around it. */
export interface Shell {
  readonly openMenu: () => void;
  readonly quickAdd: (prefill?: Prefill) => void;
  readonly help: () => void;
  readonly review: () => void;
  readonly signIn: () => void;
}

export const ShellContext = createContext<Shell | undefined>(undefined);

export function useShell(): Shell {
  const shell = use(ShellContext);
  if (shell === undefined) throw new Error("There is nothing around this view.");
  return shell;
}
