import type { TaskRead } from "@todo/contract";
import { useState, type ReactElement } from "react";

import { Grip } from "../dragging/grip.tsx";
import { useToday } from "../due/use-today.ts";
import { useMessages } from "../i18n/language.ts";
import { useActions, useEverything, useIndex } from "../store/hooks.ts";
import { Check } from "../tasks/check.tsx";
import { Facts } from "../tasks/facts.tsx";
import { hasLevelBelow } from "../tasks/nesting.ts";
import { useOpenTask } from "../tasks/use-open-task.ts";
import { Icon } from "../ui/icons.tsx";
import { useSubtaskOrder } from "./use-subtask-order.ts";

export function Subtasks({ task }: { readonly task: TaskRead }): ReactElement | null {
  const t = useMessages();
  const actions = useActions();
  const today = useToday();
  const [, open] = useOpenTask();
  const [title, setTitle] = useState("");
  const subtasks = useIndex().under(task.id);
  const order = useSubtaskOrder(task.id, subtasks);
  const canHave = hasLevelBelow(useEverything().tasks, task.id);
  const done = subtasks.filter(({ status }) => status === "completed").length;
  if (!canHave && subtasks.length === 0) return null;
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
            <Check task={subtask} onToggle={() => actions.toggle([subtask.id])} />
            <span className="subtask-words">
              <button type="button" className="subtask-title" onClick={() => open(subtask.id)}>
                <bdi>{subtask.title}</bdi>
              </button>
              <Facts task={subtask} today={today} />
            </span>
          </li>
        ))}
      </ul>
      {canHave && (
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
            onKeyDown={(event) => {
              if (event.key !== "Escape" || title === "" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              setTitle("");
            }}
          />
        </form>
      )}
    </section>
  );
}
