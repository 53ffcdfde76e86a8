import { useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useKeeping } from "../ui/use-keeping.ts";

/** A title that wraps; what others make of it meanwhile is shown unless it is being edited. */
export function TitleField({ title, onSave }: { readonly title: string; readonly onSave: (title: string) => void }): ReactElement {
  const t = useMessages();
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const finish = (): void => {
    const entered = draft?.replace(/\s+/g, " ").trim() ?? "";
    if (entered !== "" && entered !== title) onSave(entered);
    setDraft(undefined);
  };
  useKeeping(finish);
  return (
    <textarea
      className="title-field"
      aria-label={t.taskTitle}
      rows={1}
      maxLength={500}
      dir="auto"
      value={draft ?? title}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") {
          event.preventDefault();
          event.currentTarget.blur();
        }
        if (event.key === "Escape" && draft !== undefined) {
          event.preventDefault();
          setDraft(undefined);
        }
      }}
    />
  );
}
