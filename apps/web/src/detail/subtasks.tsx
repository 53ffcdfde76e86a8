import type { TaskRead } from "@todo/contract";
import { useState, type ReactElement } from "react";

import { Grip } from "../dragging/grip.tsx";
import { useMessages } from "../i18n/language.ts";
import { useActions, useIndex } from "../store/hooks.ts";
import { useOpenTask } from "../tasks/use-open-task.ts";
import { Icon } from "../ui/icons.tsx";
import { useSubtaskOrder } from "./use-subtask-order.ts";

export function Subtasks({ task }: { readonly task: TaskRead }): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const [, open] = useOpenTask();
  const [title, setTitle] = useState("");
  const subtasks = useIndex().under(task.id);
  const order = useSubtaskOrder(task.id, subtasks);
  const done = subtasks.filter(({ status }) => status === "completed").length;
  return (
    <section className="subtasks">
      <div className="section-head">
        <h2>{t.subtasks}</h2>
        {subtasks.length > 0 && (
          <span className="muted" aria-label={t.subtasksDone(done, subtasks.length)}>
            <bdi>
              {done}/{subtasks.length}
            </bdi>
          </span>
        )}
      </div>
      <ul {...order.list}>
        {subtasks.map((subtask) => (
          <li key={subtask.id} {...order.row(subtask.id)} className="subtask" data-done={subtask.status === "completed" || undefined}>
            <Grip />
            <button
              type="button"
              role="checkbox"
              className="check"
              aria-checked={subtask.status === "completed"}
              aria-label={subtask.status === "completed" ? t.reopenTask(subtask.title) : t.completeTask(subtask.title)}
              data-priority={subtask.priority}
              onClick={() => actions.toggle([subtask.id])}
            >
              <Icon name="check" size={14} />
            </button>
            <button type="button" className="subtask-title" onClick={() => open(subtask.id)}>
              <bdi>{subtask.title}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="subtask-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() === "") return;
          actions.do({ op: "create_task", body: { title: title.trim(), parent_id: task.id } });
          setTitle("");
        }}
      >
        <Icon name="plus" />
        <input
          aria-label={t.addSubtask}
          placeholder={t.addSubtask}
          maxLength={500}
          dir="auto"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </form>
    </section>
  );
}
