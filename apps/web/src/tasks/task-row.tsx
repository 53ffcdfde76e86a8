import type { CalendarDate, TaskRead, Uuid } from "@todo/contract";
import { memo, type MouseEvent, type PointerEvent, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Icon } from "../ui/icons.tsx";
import { Check } from "./check.tsx";
import { Facts } from "./facts.tsx";
import { TitleInput } from "./title-input.tsx";

/** What can happen to a row; one object for all of them, so that rows are drawn only when they change. */
export interface RowEvents {
  readonly press: (id: Uuid, event: MouseEvent) => void;
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
