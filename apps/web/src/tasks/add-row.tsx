import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import type { Prefill } from "../shell/prefill.ts";
import { useShell } from "../shell/shell-context.ts";
import { Icon } from "../ui/icons.tsx";

/** Adds a task right where one looks. */
export function AddRow(prefill: Prefill): ReactElement {
  const t = useMessages();
  const shell = useShell();
  return (
    <button type="button" className="add-row" onClick={() => shell.quickAdd(prefill)}>
      <Icon name="plus" />
      <span>{t.addTask}</span>
    </button>
  );
}
