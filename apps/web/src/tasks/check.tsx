import type { TaskRead } from "@todo/contract";
import type { MouseEvent, ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Icon } from "../ui/icons.tsx";

interface CheckProps {
  readonly task: TaskRead;
  readonly onToggle: (event: MouseEvent) => void;
  /** In a grid, whose rows have the focus and the keys, no button of a row is in the order of tabs. */
  readonly isInGrid?: boolean;
}

/** The circle that completes a task, or reopens it. */
export function Check({ task, onToggle, isInGrid = false }: CheckProps): ReactElement {
  const t = useMessages();
  const isDone = task.status === "completed";
  return (
    <button
      type="button"
      role="checkbox"
      className="check"
      aria-checked={isDone}
      aria-label={isDone ? t.reopenTask(task.title) : t.completeTask(task.title)}
      data-priority={task.priority}
      tabIndex={isInGrid ? -1 : undefined}
      onClick={onToggle}
    >
      <Icon name="check" size={14} />
    </button>
  );
}
