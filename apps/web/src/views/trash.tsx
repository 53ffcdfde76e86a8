import type { ProjectRead, TaskRead } from "@todo/contract";
import { useMemo, useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useActions, useEverything, useWorkplace } from "../store/hooks.ts";
import { TopBar } from "../shell/top-bar.tsx";
import { trashItems } from "../tasks/lists.ts";
import { Confirm } from "../ui/confirm.tsx";
import { Empty } from "../ui/empty.tsx";
import { Icon } from "../ui/icons.tsx";

/** What was deleted, to bring back or to delete for good. */
export function Trash(): ReactElement {
  const t = useMessages();
  const state = useEverything();
  const actions = useActions();
  const { session, notices } = useWorkplace();
  const [asks, setAsks] = useState(false);
  const tasks = useMemo(() => trashItems(state).flatMap((item) => (item.kind === "task" ? [item.task] : [])), [state]);
  const projects = useMemo(() => [...state.projects.values()].filter(({ deleted_at }) => deleted_at !== null), [state]);
  /** What was restored just now has to be out of it before. */
  const empty = async (): Promise<void> => {
    try {
      if (await session.store.answered()) await session.todo.trash.empty();
      else notices.show(t.takesConnection);
    } catch {
      notices.show(t.takesConnection);
    }
  };
  return (
    <main id="content" className="view" tabIndex={-1}>
      <TopBar
        title={t.trash}
        tools={
          tasks.length + projects.length > 0 && (
            <button type="button" className="button" onClick={() => setAsks(true)}>
              {t.emptyTheTrash}
            </button>
          )
        }
      />
      <div className="view-body">
        {tasks.length + projects.length === 0 && <Empty title={t.emptyTrash} lead={t.emptyTrashLead} />}
        <ul>
          {projects.map((project) => (
            <ProjectRow
              key={project.id}
              project={project}
              onRestore={() => void actions.do({ op: "restore_project", id: project.id }, t.restoredProject)}
            />
          ))}
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} onRestore={() => actions.restore([task.id])} onPurge={() => actions.purge([task.id])} />
          ))}
        </ul>
      </div>
      {asks && (
        <Confirm
          title={t.emptyTheTrash}
          lead={t.emptyTheTrashLead}
          action={t.deleteForGood}
          onClose={() => setAsks(false)}
          onConfirm={() => void empty()}
        />
      )}
    </main>
  );
}

function ProjectRow({ project, onRestore }: { readonly project: ProjectRead; readonly onRestore: () => void }): ReactElement {
  const t = useMessages();
  return (
    <li className="kept-row">
      <Icon name="folder" />
      <span className="task-title">
        <bdi>{project.name}</bdi>
      </span>
      <button type="button" className="button" aria-label={`${t.restore}: ${project.name}`} onClick={onRestore}>
        {t.restore}
      </button>
    </li>
  );
}

interface TaskRowProps {
  readonly task: TaskRead;
  readonly onRestore: () => void;
  readonly onPurge: () => void;
}

function TaskRow({ task, onRestore, onPurge }: TaskRowProps): ReactElement {
  const t = useMessages();
  const [asks, setAsks] = useState(false);
  return (
    <li className="kept-row">
      <span className="dot" />
      <span className="task-title">
        <bdi>{task.title}</bdi>
      </span>
      <button type="button" className="button" aria-label={`${t.restore}: ${task.title}`} onClick={onRestore}>
        {t.restore}
      </button>
      <button type="button" className="icon-button" aria-label={t.deleteForGood} title={t.deleteForGood} onClick={() => setAsks(true)}>
        <Icon name="trash" />
      </button>
      {asks && (
        <Confirm title={t.deleteForGood} lead={task.title} action={t.deleteForGood} onClose={() => setAsks(false)} onConfirm={onPurge} />
      )}
    </li>
  );
}
