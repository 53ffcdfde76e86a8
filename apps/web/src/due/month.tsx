import type { CalendarDate } from "@todo/contract";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from "react";

import { useLanguage, useMessages } from "../i18n/language.ts";
import { Icon } from "../ui/icons.tsx";
import { addDays, addMonths, firstWeekdayOf, weeksOf } from "./calendar.ts";
import { dayInFull, dayOfMonth, localeOf, monthInWords, weekdayInWords } from "./format.ts";
import { useToday } from "./use-today.ts";

interface CalendarProps {
  readonly chosen: CalendarDate | undefined;
  readonly onChoose: (day: CalendarDate) => void;
}

/** A month, by the keys of the ARIA date grid: arrows, Home, End, Page Up and Page Down. */
export function Calendar({ chosen, onChoose }: CalendarProps): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const today = useToday();
  const [cursor, setCursor] = useState(chosen ?? today);
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  const weeks = weeksOf(cursor, firstWeekdayOf(localeOf(language)));

  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus();
  }, [cursor]);

  const press = (event: KeyboardEvent): void => {
    const forward = document.documentElement.dir === "rtl" ? -1 : 1;
    const week = weeks.find((days) => days.includes(cursor)) ?? [];
    const next: Partial<Record<string, CalendarDate | undefined>> = {
      ArrowRight: addDays(cursor, forward),
      ArrowLeft: addDays(cursor, -forward),
      ArrowDown: addDays(cursor, 7),
      ArrowUp: addDays(cursor, -7),
      Home: week[0],
      End: week.at(-1),
      PageDown: addMonths(cursor, 1),
      PageUp: addMonths(cursor, -1),
    };
    const day = next[event.key];
    if (day === undefined) return;
    event.preventDefault();
    byKey.current = true;
    setCursor(day);
  };

  const month = monthInWords(cursor, language);
  return (
    <div className="calendar">
      <div className="calendar-head">
        <span aria-live="polite">{month}</span>
        <button type="button" className="icon-button" aria-label={t.previousMonth} onClick={() => setCursor(addMonths(cursor, -1))}>
          <Icon name="back" />
        </button>
        <button type="button" className="icon-button" aria-label={t.nextMonth} onClick={() => setCursor(addMonths(cursor, 1))}>
          <Icon name="chevron" />
        </button>
      </div>
      <table ref={grid} role="grid" aria-label={month} onKeyDown={press}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col" abbr={weekdayInWords(day, language, "long")}>
                {weekdayInWords(day, language, "narrow")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]}>
              {days.map((day) => (
                <td key={day} aria-selected={day === chosen}>
                  <button
                    type="button"
                    className="day"
                    data-day={day}
                    data-other={day.slice(0, 7) !== cursor.slice(0, 7) || undefined}
                    aria-label={dayInFull(day, language)}
                    aria-current={day === today ? "date" : undefined}
                    aria-pressed={day === chosen}
                    tabIndex={day === cursor ? 0 : -1}
                    onClick={() => onChoose(day)}
                  >
                    {dayOfMonth(day, language)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
