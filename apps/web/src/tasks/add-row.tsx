import type { Due } from "@todo/contract";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useShell } from "../shell/shell-context.ts";
import { Icon } from "../ui/icons.tsx";
import type { Home } from "./lists.ts";

/** Adds a task right where one looks. */
export function AddRow({ home, due }: { readonly home: Home; readonly due?: Due }): ReactElement {
  const t = useMessages();
  const shell = useShell();
  return (
    <button type="button" className="add-row" onClick={() => shell.quickAdd(home, due)}>
      <Icon name="plus" />
      <span>{t.addTask}</span>
    </button>
  );
}
