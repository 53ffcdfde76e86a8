import type { TaskRead, Uuid } from "@todo/contract";
import { useEffect, useRef, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useActions, useEverything } from "../store/hooks.ts";
import { Check } from "../tasks/check.tsx";
import { useOpenTask } from "../tasks/use-open-task.ts";
import { Empty } from "../ui/empty.tsx";
import { Icon } from "../ui/icons.tsx";
import { HistoryFold } from "./history-fold.tsx";
import { InTrash } from "./in-trash.tsx";
import { Notes } from "./notes.tsx";
import { placeInWords } from "./place.ts";
import { Properties } from "./properties.tsx";
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
      const isThere = before instanceof HTMLElement && before.isConnected;
      (isThere ? before : document.querySelector<HTMLElement>("#content"))?.focus(); // it may have been deleted
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
  const [, open] = useOpenTask();
  const isTrashed = task.deleted_at !== null;
  const parent = task.parent_id === null ? undefined : state.tasks.get(task.parent_id);
  return (
    <>
      <header className="detail-head">
        {parent === undefined ? (
          <span className="detail-place muted">
            <bdi>{placeInWords(task, state, t)}</bdi>
          </span>
        ) : (
          <button type="button" className="detail-place quiet" onClick={() => open(parent.id)}>
            <bdi>{parent.title}</bdi>
          </button>
        )}
        {!isTrashed && (
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
        )}
        <button type="button" className="icon-button" aria-label={t.close} title={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {isTrashed && <InTrash id={task.id} />}
      <fieldset className="detail-fields" disabled={isTrashed}>
        <div className="detail-title">
          <Check task={task} onToggle={() => actions.toggle([task.id])} />
          <TitleField title={task.title} onSave={(title) => actions.edit(task.id, { title })} />
        </div>
        <Properties task={task} />
        <Notes key={`${task.id} ${isTrashed}`} notes={task.notes} onSave={(notes) => actions.edit(task.id, { notes })} />
        <Subtasks task={task} />
      </fieldset>
      <HistoryFold task={task} />
    </>
  );
}
