import type { CalendarDate, Due, TaskRead, Uuid } from "@todo/contract";
import { memo, type MouseEvent, type PointerEvent, type ReactElement, type ReactNode } from "react";

import { dueInWords, timeInWords } from "../due/format.ts";
import { useMinute } from "../due/use-today.ts";
import { isOverdue, whenOf } from "../due/when.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useView } from "../store/hooks.ts";
import { indexOf } from "../store/index.ts";
import { Icon } from "../ui/icons.tsx";
import { Check } from "./check.tsx";
import { TitleInput } from "./title-input.tsx";

/** What can happen to a row; one object for all of them, so that rows are drawn only when they change. */
export interface RowEvents {
  readonly press: (id: Uuid, event: MouseEvent) => void;
  /** A finger that stays where it is selects; whether that was one. */
  readonly hold: (id: Uuid) => boolean;
  readonly toggle: (id: Uuid) => void;
  readonly rename: (id: Uuid) => void;
  readonly renamed: (id: Uuid, title: string | undefined) => void;
  readonly focus: (id: Uuid) => void;
  readonly grab: (id: Uuid, event: PointerEvent) => void;
}

interface TaskRowProps {
  readonly task: TaskRead;
  readonly today: CalendarDate;
  readonly isTabStop: boolean;
  readonly isChosen: boolean;
  readonly isEditing: boolean;
  readonly isMovable: boolean;
  readonly showsProject: boolean;
  /** Under the heading of a day only the time is told. */
  readonly isUnderDay: boolean;
  readonly events: RowEvents;
}

export const TaskRow = memo(function TaskRow(props: TaskRowProps): ReactElement {
  const { task, today, isTabStop, isChosen, isEditing, isMovable, showsProject, isUnderDay, events } = props;
  const t = useMessages();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the list's
    <div
      role="row"
      className="task"
      data-id={task.id}
      data-done={task.status === "completed" || undefined}
      aria-selected={isChosen}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => events.focus(task.id)}
      onClick={(event) => events.press(task.id, event)}
      onContextMenu={(event) => {
        if (events.hold(task.id)) event.preventDefault();
      }}
      onDoubleClick={() => events.rename(task.id)}
      onPointerDown={isMovable ? (event) => events.grab(task.id, event) : undefined}
    >
      <div role="gridcell" className="task-cell">
        {isMovable && (
          <span className="task-grip" data-grip="" title={t.dragTask(task.title)}>
            <Icon name="grip" size={16} />
          </span>
        )}
        <Check
          task={task}
          isInGrid
          onToggle={(event) => {
            event.stopPropagation();
            events.toggle(task.id);
          }}
        />
        {isEditing ? (
          <TitleInput title={task.title} label={t.taskTitle} onDone={(title) => events.renamed(task.id, title)} />
        ) : (
          <span className="task-title">{task.title}</span>
        )}
        <Facts task={task} today={today} showsProject={showsProject} isUnderDay={isUnderDay} />
      </div>
    </div>
  );
});

type FactsProps = Pick<TaskRowProps, "task" | "today" | "showsProject" | "isUnderDay">;

function Facts({ task, today, showsProject, isUnderDay }: FactsProps): ReactElement {
  const t = useMessages();
  const [done, all] = useView(
    ({ state }) => {
      const below = indexOf(state).under(task.id);
      return [below.filter(({ status }) => status === "completed").length, below.length] as const;
    },
    (one, other) => one[0] === other[0] && one[1] === other[1],
  );
  const project = useView(({ state }) => {
    const home = state.projects.get(task.project_id);
    return home?.is_inbox === false ? home.name : undefined;
  });
  return (
    <span className="task-facts">
      {all > 0 && (
        <span className="fact" title={t.subtasksDone(done, all)}>
          <Icon name="subtasks" size={14} />
          <bdi>
            {done}/{all}
          </bdi>
        </span>
      )}
      {task.notes !== "" && (
        <span className="fact" title={t.hasNotes}>
          <Icon name="notes" size={14} />
          <span className="hidden">{t.hasNotes}</span>
        </span>
      )}
      {task.labels.map((label) => (
        <LabelFact key={label} name={label} />
      ))}
      {showsProject && project !== undefined && <span className="fact fact-project">{project}</span>}
      {task.due !== null && (
        <DueFact due={task.due} today={today} isDone={task.status === "completed"} isUnderDay={isUnderDay} />
      )}
    </span>
  );
}

function LabelFact({ name }: { readonly name: string }): ReactElement {
  const color = useView(({ state }) => indexOf(state).labels.find((label) => label.name === name)?.color);
  return (
    <span className="fact fact-label">
      <span className="dot" style={color ? { background: color } : undefined} />
      {name}
    </span>
  );
}

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
      {due.kind === "zoned" && <Icon name="clock" size={12} />}
    </span>
  );
}
