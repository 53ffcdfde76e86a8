import type { CalendarDate } from "@todo/contract";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { DayShortcuts } from "./day-shortcuts.tsx";
import { Calendar } from "./month.tsx";

interface DayEditorProps {
  readonly day: CalendarDate | null;
  readonly onChange: (day: CalendarDate | null) => void;
}

/** A day and nothing else, or none. */
export function DayEditor({ day, onChange }: DayEditorProps): ReactElement {
  const t = useMessages();
  return (
    <div className="due-editor">
      <DayShortcuts onChoose={onChange} />
      <Calendar chosen={day ?? undefined} onChoose={onChange} />
      {day !== null && (
        <div className="dialog-actions">
          <button type="button" className="button danger" onClick={() => onChange(null)}>
            {t.clearDue}
          </button>
        </div>
      )}
    </div>
  );
}
