import type { TaskRead, Uuid } from "@todo/contract";
import { useEffect, useRef, useState, type ReactElement } from "react";

import { useToday } from "../due/use-today.ts";
import { useMessages } from "../i18n/language.ts";
import { useActions, useEverything } from "../store/hooks.ts";
import { Check } from "../tasks/check.tsx";
import { useOpenTask } from "../tasks/use-open-task.ts";
import Picker, { type PickerKind } from "../tasks/pickers.tsx";
import { DueFact } from "../tasks/task-row.tsx";
import { Empty } from "../ui/empty.tsx";
import { Icon } from "../ui/icons.tsx";
import { Notes } from "./notes.tsx";
import { Subtasks } from "./subtasks.tsx";
import { TitleField } from "./title-field.tsx";

interface DetailProps {
  readonly id: Uuid;
  readonly onClose: () => void;
}

/** Everything about one task, beside the list; on a phone, instead of it. */
export default function Detail({ id, onClose }: DetailProps): ReactElement {
  const t = useMessages();
  const panel = useRef<HTMLElement>(null);
  const task = useEverything().tasks.get(id);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside
      ref={panel}
      className="detail"
      aria-label={t.details}
      tabIndex={-1}
      onKeyDown={(event) => {
        const isOfDialog = event.target instanceof Element && event.target.closest("dialog") !== null;
        if (event.key === "Escape" && !event.defaultPrevented && !isOfDialog) onClose();
      }}
    >
      {task === undefined ? (
        <>
          <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
            <Icon name="close" />
          </button>
          <Empty title={t.notFound} lead={t.notFoundLead} />
        </>
      ) : (
        <Body task={task} onClose={onClose} />
      )}
    </aside>
  );
}

function Body({ task, onClose }: { readonly task: TaskRead; readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const state = useEverything();
  const today = useToday();
  const [, open] = useOpenTask();
  const [picker, setPicker] = useState<{ readonly kind: PickerKind; readonly anchor: DOMRect } | undefined>(undefined);
  const project = state.projects.get(task.project_id);
  const section = task.section_id === null ? undefined : state.sections.get(task.section_id);
  const parent = task.parent_id === null ? undefined : state.tasks.get(task.parent_id);
  const isDone = task.status === "completed";
  const place = project === undefined || project.is_inbox ? t.inbox : project.name;
  const pick = (kind: PickerKind) => (event: React.MouseEvent) =>
    setPicker({ kind, anchor: event.currentTarget.getBoundingClientRect() });
  return (
    <>
      <header className="detail-head">
        {parent === undefined ? (
          <bdi className="detail-place muted">{section === undefined ? place : `${place} / ${section.name}`}</bdi>
        ) : (
          <button type="button" className="detail-place quiet" onClick={() => open(parent.id)}>
            <bdi>{parent.title}</bdi>
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={t.delete}
          title={t.delete}
          onClick={() => {
            actions.trash([task.id]);
            onClose();
          }}
        >
          <Icon name="trash" />
        </button>
        <button type="button" className="icon-button" aria-label={t.close} title={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="detail-title">
        <Check task={task} onToggle={() => actions.toggle([task.id])} />
        <TitleField title={task.title} onSave={(title) => actions.edit(task.id, { title })} />
      </div>
      <div className="properties">
        <button type="button" className="property" onClick={pick("due")}>
          <Icon name="today" />
          <span className="property-name">{t.due}</span>
          {task.due === null ? <span className="muted">{t.noDate}</span> : <DueFact due={task.due} today={today} isDone={isDone} />}
        </button>
        <button type="button" className="property" onClick={pick("priority")}>
          <Icon name="flag" />
          <span className="property-name">{t.priority}</span>
          <span className={task.priority === "none" ? "muted" : undefined}>
            {task.priority !== "none" && <span className="priority-mark" data-priority={task.priority} />}
            {t.priorities[task.priority]}
          </span>
        </button>
        <button type="button" className="property" onClick={pick("labels")}>
          <Icon name="tag" />
          <span className="property-name">{t.labels}</span>
          <bdi className={task.labels.length === 0 ? "muted" : undefined}>{task.labels.join(", ") || t.labelPlaceholder}</bdi>
        </button>
        <button type="button" className="property" onClick={pick("move")}>
          <Icon name="folder" />
          <span className="property-name">{t.project}</span>
          <bdi>{section === undefined ? place : `${place} / ${section.name}`}</bdi>
        </button>
      </div>
      <Notes key={task.id} notes={task.notes} onSave={(notes) => actions.edit(task.id, { notes })} />
      <Subtasks task={task} />
      {picker !== undefined && <Picker {...picker} ids={[task.id]} onClose={() => setPicker(undefined)} />}
    </>
  );
}
