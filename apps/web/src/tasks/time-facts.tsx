import type { CalendarDate, Due } from "@todo/contract";
import type { ReactElement, ReactNode } from "react";

import { deadlineInWords } from "../due/deadline.ts";
import { durationInWords } from "../due/duration.ts";
import { dayInFull, dayInWords, dueInWords, timeInWords } from "../due/format.ts";
import { useMinute } from "../due/use-today.ts";
import { isOverdue, whenOf } from "../due/when.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { Icon } from "../ui/icons.tsx";

interface DueFactProps {
  readonly due: Due;
  readonly today: CalendarDate;
  readonly isDone: boolean;
  readonly isUnderDay?: boolean;
}

export function DueFact({ due, today, isDone, isUnderDay = false }: DueFactProps): ReactNode {
  const language = useLanguage();
  const t = useMessages();
  const minute = useMinute();
  const tone = isDone ? "past" : isOverdue(due, new Date(minute * 60_000)) ? "overdue" : whenOf(due).day === today ? "today" : "later";
  const { time } = whenOf(due);
  if (isUnderDay && time === undefined) return null;
  return (
    <span className="fact fact-due" data-tone={tone}>
      {isUnderDay && time !== undefined ? timeInWords(time, language) : dueInWords(due, today, language, t)}
      {due.kind === "zoned" && <Zone due={due} />}
    </span>
  );
}

function Zone({ due }: { readonly due: Extract<Due, { readonly kind: "zoned" }> }): ReactElement {
  const language = useLanguage();
  const text = `${due.timezone.replaceAll("_", " ")}, ${timeInWords(due.datetime.slice(11, 16), language)}`;
  return (
    <span className="fact" title={text}>
      <Icon name="clock" size={12} />
      <span className="hidden">{text}</span>
    </span>
  );
}

interface DeadlineFactProps {
  readonly deadline: CalendarDate;
  readonly today: CalendarDate;
  readonly isDone: boolean;
}

export function DeadlineFact({ deadline, today, isDone }: DeadlineFactProps): ReactElement {
  const language = useLanguage();
  const t = useMessages();
  const tone = isDone ? "past" : deadline <= today ? "overdue" : "later";
  return (
    <span className="fact fact-deadline" data-tone={tone} title={`${t.deadline}: ${dayInFull(deadline, language)}`}>
      <Icon name="flag" size={14} />
      <span className="hidden">{t.deadline}</span>
      {deadlineInWords(deadline, today, language, t)}
    </span>
  );
}

/** Until it has come, the day from which on there is something to do. */
export function StartFact({ start, today }: { readonly start: CalendarDate; readonly today: CalendarDate }): ReactElement {
  const language = useLanguage();
  const t = useMessages();
  return (
    <span className="fact fact-start" title={`${t.start}: ${dayInFull(start, language)}`}>
      <Icon name="start" size={14} />
      <span className="hidden">{t.start}</span>
      {dayInWords(start, today, language, t)}
    </span>
  );
}

export function DurationFact({ minutes }: { readonly minutes: number }): ReactElement {
  const language = useLanguage();
  const t = useMessages();
  return (
    <span className="fact fact-duration" title={`${t.duration}: ${durationInWords(minutes, language, "long")}`}>
      <Icon name="hourglass" size={14} />
      <span className="hidden">{t.duration}</span>
      {durationInWords(minutes, language, "narrow")}
    </span>
  );
}
