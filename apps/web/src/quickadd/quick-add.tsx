import type { Due, TaskCreate } from "@todo/contract";
import { useMemo, useState, type ReactElement } from "react";

import { dueInWords } from "../due/format.ts";
import { useMinute, useToday } from "../due/use-today.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useActions, useEverything, useIndex } from "../store/hooks.ts";
import type { Home } from "../tasks/lists.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { understand } from "./parse.ts";
import { wordsOf } from "./words.ts";

const NOWHERE: Home = {};

interface QuickAddProps {
  readonly home: Home | undefined;
  readonly due: Due | undefined;
  readonly onClose: () => void;
}

/** One line is enough; what was understood is shown as it is typed. It stays open for the next. */
export default function QuickAdd({ home = NOWHERE, due, onClose }: QuickAddProps): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const actions = useActions();
  const today = useToday();
  const minute = useMinute();
  const state = useEverything();
  const index = useIndex();
  const [line, setLine] = useState("");
  /** Told here, as what is behind a dialog is silent. */
  const [added, setAdded] = useState("");
  const understood = useMemo(
    () =>
      understand(line, {
        now: new Date(minute * 60_000),
        projects: index.projects,
        sectionsOf: ({ id }) => index.sectionsOf(id),
        words: wordsOf(language),
      }),
    [line, index, language, minute],
  );
  const homeProject = home.project_id === undefined ? undefined : state.projects.get(home.project_id);
  const project = understood.project ?? homeProject;
  const place = project === undefined || project.is_inbox ? t.inbox : project.name;
  const when = understood.due ?? due;

  const add = (): void => {
    if (understood.title === "") return;
    const named = understood.section ? { section_id: understood.section.id } : undefined;
    const body: TaskCreate = {
      title: understood.title,
      ...(named ?? (understood.project === undefined ? home : { project_id: understood.project.id })),
      ...(understood.labels.length > 0 && { labels: [...understood.labels] }),
      ...(understood.priority !== undefined && { priority: understood.priority }),
      ...(when !== undefined && { due: when }),
    };
    actions.add(body, place);
    setAdded(`${t.addedTo(place)}: ${understood.title}`);
    setLine("");
  };

  return (
    <Dialog label={t.addTask} kind="palette" onClose={onClose}>
      <form
        className="quick-add"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          className="quick-add-line"
          aria-label={t.taskTitle}
          aria-describedby="quick-add-hint"
          placeholder={t.newTaskPlaceholder}
          value={line}
          maxLength={500}
          autoComplete="off"
          dir="auto"
          onChange={(event) => setLine(event.target.value)}
        />
        <ul className="chips" aria-label={t.understoodAs} aria-live="polite">
          <li className="chip">
            <Icon name={project === undefined || project.is_inbox ? "inbox" : "folder"} size={16} />
            <bdi>{understood.section === undefined ? place : `${place} / ${understood.section.name}`}</bdi>
          </li>
          {when !== undefined && (
            <li className="chip" data-tone="due">
              <Icon name="today" size={16} />
              {dueInWords(when, today, language, t)}
            </li>
          )}
          {understood.priority !== undefined && (
            <li className="chip">
              <span className="priority-mark" data-priority={understood.priority} />
              {t.priorities[understood.priority]}
            </li>
          )}
          {understood.labels.map((label) => (
            <li key={label} className="chip">
              <Icon name="tag" size={16} />
              <bdi>{label}</bdi>
            </li>
          ))}
        </ul>
        <p role="status" className="hidden">
          {added}
        </p>
        <div className="quick-add-end">
          <small id="quick-add-hint" className="muted">
            {t.quickAddHint}
          </small>
          <button type="button" className="button" onClick={onClose}>
            {t.close}
          </button>
          <button type="submit" className="button primary" disabled={understood.title === ""}>
            {t.addTask}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
