import type { CalendarDate } from "@todo/contract";
import type { ReactElement } from "react";

import { useLanguage, useMessages } from "../i18n/language.ts";
import { addDays, nextWeekday, weekendOf } from "./calendar.ts";
import { weekdayInWords } from "./format.ts";
import { useToday } from "./use-today.ts";

/** The days that are chosen most. */
export function DayShortcuts({ onChoose }: { readonly onChoose: (day: CalendarDate) => void }): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const today = useToday();
  const shortcuts: readonly (readonly [string, CalendarDate])[] = [
    [t.today, today],
    [t.tomorrow, addDays(today, 1)],
    [t.weekend, weekendOf(today)],
    [t.nextWeek, nextWeekday(today, 1)],
  ];
  return (
    <div className="due-shortcuts">
      {shortcuts.map(([text, day]) => (
        <button key={text} type="button" className="due-shortcut" onClick={() => onChoose(day)}>
          <span>{text}</span>
          <span className="muted">{weekdayInWords(day, language, "short")}</span>
        </button>
      ))}
    </div>
  );
}
