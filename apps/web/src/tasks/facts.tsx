import type { CalendarDate, TaskRead } from "@todo/contract";
import type { ReactElement, ReactNode } from "react";

import { useMessages } from "../i18n/language.ts";
import { useView } from "../store/hooks.ts";
import { indexOf } from "../store/index.ts";
import { Icon } from "../ui/icons.tsx";
import { DeadlineFact, DueFact, DurationFact, StartFact } from "./time-facts.tsx";

interface FactsProps {
  readonly task: TaskRead;
  readonly today: CalendarDate;
  readonly showsProject?: boolean;
  /** Under the heading of a day only the time is told. */
  readonly isUnderDay?: boolean;
}

/** What is known of a task besides its title, at the end of its row. */
export function Facts({ task, today, showsProject = false, isUnderDay = false }: FactsProps): ReactElement {
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
  const isDone = task.status === "completed";
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
      {showsProject && project !== undefined && <TextFact text={project} />}
      {task.start_date !== null && task.start_date > today && <StartFact start={task.start_date} today={today} />}
      {task.deadline_date !== null && <DeadlineFact deadline={task.deadline_date} today={today} isDone={isDone} />}
      {task.due !== null && <DueFact due={task.due} today={today} isDone={isDone} isUnderDay={isUnderDay} />}
      {task.duration_minutes !== null && <DurationFact minutes={task.duration_minutes} />}
    </span>
  );
}

function LabelFact({ name }: { readonly name: string }): ReactElement {
  const color = useView(({ state }) => indexOf(state).labels.find((label) => label.name === name)?.color);
  return (
    <TextFact text={name}>
      <span className="dot" style={color ? { background: color } : undefined} />
    </TextFact>
  );
}

/** Somebody's own words, cut off where they would leave the title no room. */
function TextFact({ text, children }: { readonly text: string; readonly children?: ReactNode }): ReactElement {
  return (
    <span className="fact fact-text">
      {children}
      <bdi>{text}</bdi>
    </span>
  );
}
