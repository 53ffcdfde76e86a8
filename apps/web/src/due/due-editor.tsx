import { calendarDate, wallClock, type CalendarDate, type Due } from "@todo/contract";
import { useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Icon } from "../ui/icons.tsx";
import { DayShortcuts } from "./day-shortcuts.tsx";
import { Calendar } from "./month.tsx";
import { useToday } from "./use-today.ts";
import { ownZone } from "./zones.ts";

interface DueEditorProps {
  readonly due: Due | null;
  /** Whether there is one to take away, of this task or of others for which it is chosen, too. */
  readonly canClear: boolean;
  readonly onChange: (due: Due | null) => void;
}

const FLOATING = "";

/** A day, and if wanted a time, and if wanted a zone: one of the three kinds, and never anything in between. */
export function DueEditor({ due, canClear, onChange }: DueEditorProps): ReactElement {
  const t = useMessages();
  const today = useToday();
  const [day, setDay] = useState<CalendarDate | undefined>(dayOf(due));
  const [time, setTime] = useState(due === null || due.kind === "date" ? "" : due.datetime.slice(11, 16));
  const [zone, setZone] = useState(due?.kind === "zoned" ? due.timezone : FLOATING);
  return (
    <div className="due-editor">
      <DayShortcuts onChoose={(date) => onChange(dueOf(date, time, zone))} />
      <Calendar
        chosen={day}
        onChoose={(date) => {
          setDay(date);
          if (time === "") onChange(dueOf(date, time, zone));
        }}
      />
      <div className="due-clock">
        <label>
          <span>{t.time}</span>
          <input type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        </label>
        {time !== "" && (
          <label>
            <span>{t.timeZone}</span>
            <ZoneSelect zone={zone} onChange={setZone} floating={t.floatingZone} />
          </label>
        )}
      </div>
      <div className="dialog-actions">
        {canClear && (
          <button type="button" className="button danger" onClick={() => onChange(null)}>
            {t.clearDue}
          </button>
        )}
        <button type="button" className="button primary" disabled={day === undefined && time === ""} onClick={() => onChange(dueOf(day ?? today, time, zone))}>
          <Icon name="check" size={16} />
          {t.done}
        </button>
      </div>
    </div>
  );
}

interface ZoneSelectProps {
  readonly zone: string;
  readonly floating: string;
  readonly onChange: (zone: string) => void;
}

function ZoneSelect({ zone, floating, onChange }: ZoneSelectProps): ReactElement {
  const zones = new Set([ownZone(), "UTC", ...Intl.supportedValuesOf("timeZone"), ...(zone === FLOATING ? [] : [zone])]);
  return (
    <select value={zone} onChange={(event) => onChange(event.target.value)}>
      <option value={FLOATING}>{floating}</option>
      {[...zones].map((name) => (
        <option key={name} value={name}>
          {name.replaceAll("_", " ")}
        </option>
      ))}
    </select>
  );
}

function dayOf(due: Due | null): CalendarDate | undefined {
  if (due === null) return undefined;
  return due.kind === "date" ? due.date : calendarDate(due.datetime.slice(0, 10));
}

function dueOf(day: CalendarDate, time: string, zone: string): Due {
  if (time === "") return { kind: "date", date: day };
  const datetime = wallClock(`${day}T${time}:00`);
  return zone === FLOATING ? { kind: "floating", datetime } : { kind: "zoned", datetime, timezone: zone };
}
