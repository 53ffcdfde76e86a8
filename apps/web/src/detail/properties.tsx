import type { CalendarDate, TaskRead } from "@todo/contract";
import { useState, type ReactElement, type ReactNode } from "react";

import { deadlineInWords } from "../due/deadline.ts";
import { durationInWords } from "../due/duration.ts";
import { dayInWords } from "../due/format.ts";
import { useToday } from "../due/use-today.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useEverything } from "../store/hooks.ts";
import Picker, { type PickerKind } from "../tasks/pickers.tsx";
import { DueFact } from "../tasks/time-facts.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { placeInWords } from "./place.ts";

interface Property {
  readonly kind: PickerKind;
  readonly icon: IconName;
  readonly name: string;
  /** Undefined for what few tasks have and this one has not: it can be added, and takes no line until then. */
  readonly value: ReactNode;
}

/** What a task has besides its words, each with a way to choose another. */
export function Properties({ task }: { readonly task: TaskRead }): ReactElement {
  const properties = useProperties(task);
  const [picker, setPicker] = useState<{ readonly kind: PickerKind; readonly anchor: DOMRect } | undefined>(undefined);
  const shown = properties.filter(({ value }) => value !== undefined);
  const addable = properties.filter(({ value }) => value === undefined);
  return (
    <div className="properties">
      {[...shown, ...addable].map(({ kind, icon, name, value }) => (
        // One and the same button before and after, so that the focus comes back to it.
        <button
          key={kind}
          type="button"
          className="property"
          data-addable={value === undefined || undefined}
          onClick={(event) => setPicker({ kind, anchor: event.currentTarget.getBoundingClientRect() })}
        >
          <Icon name={value === undefined ? "plus" : icon} size={value === undefined ? 16 : 20} />
          <span className="property-name">{name}</span>
          {value}
        </button>
      ))}
      {picker !== undefined && <Picker {...picker} ids={[task.id]} onClose={() => setPicker(undefined)} />}
    </div>
  );
}

function useProperties(task: TaskRead): readonly Property[] {
  const t = useMessages();
  const language = useLanguage();
  const today = useToday();
  const state = useEverything();
  const { due, start_date: start, deadline_date: deadline, duration_minutes: minutes, priority, labels } = task;
  const isDone = task.status === "completed";
  return [
    {
      kind: "due",
      icon: "today",
      name: t.due,
      value: due === null ? <span className="muted">{t.noDate}</span> : <DueFact due={due} today={today} isDone={isDone} />,
    },
    {
      kind: "duration",
      icon: "hourglass",
      name: t.duration,
      value: minutes === null ? undefined : <span>{durationInWords(minutes, language, "long")}</span>,
    },
    {
      kind: "start",
      icon: "start",
      name: t.start,
      value: start === null ? undefined : <span>{dayInWords(start, today, language, t)}</span>,
    },
    {
      kind: "deadline",
      icon: "flag",
      name: t.deadline,
      value: deadline === null ? undefined : <Deadline deadline={deadline} today={today} isDone={isDone} />,
    },
    {
      kind: "priority",
      icon: "priority",
      name: t.priority,
      value: (
        <span className={priority === "none" ? "muted" : undefined}>
          {priority !== "none" && <span className="priority-mark" data-priority={priority} />}
          {t.priorities[priority]}
        </span>
      ),
    },
    {
      kind: "labels",
      icon: "tag",
      name: t.labels,
      value: (
        <span className={labels.length === 0 ? "muted" : undefined}>
          <bdi>{labels.join(", ") || t.labelPlaceholder}</bdi>
        </span>
      ),
    },
    {
      kind: "move",
      icon: "folder",
      name: t.project,
      value: (
        <span>
          <bdi>{placeInWords(task, state, t)}</bdi>
        </span>
      ),
    },
  ];
}

interface DeadlineProps {
  readonly deadline: CalendarDate;
  readonly today: CalendarDate;
  readonly isDone: boolean;
}

/** The day, and how far away it is if that is not the same. */
function Deadline({ deadline, today, isDone }: DeadlineProps): ReactElement {
  const language = useLanguage();
  const t = useMessages();
  const [day, distance] = [dayInWords(deadline, today, language, t), deadlineInWords(deadline, today, language, t)];
  return (
    <span className="fact fact-deadline" data-tone={!isDone && deadline <= today ? "overdue" : undefined}>
      {day}
      {distance !== day && !isDone && <span className="muted">{distance}</span>}
    </span>
  );
}
