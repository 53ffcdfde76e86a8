import type { TaskCreate } from "@todo/contract";
import { useMemo, useState, type ReactElement } from "react";

import { dueInWords } from "../due/format.ts";
import { useMinute, useToday } from "../due/use-today.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useActions, useEverything, useIndex } from "../store/hooks.ts";
import type { Prefill } from "../shell/prefill.ts";
import { labelKey } from "../store/state.ts";
import type { Home } from "../tasks/lists.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { understand } from "./parse.ts";
import { wordsOf } from "./words.ts";

const NOWHERE: Home = {};

interface QuickAddProps {
  readonly prefill: Prefill;
  readonly onClose: () => void;
}

/** One line is enough, which wraps when it is long; what was understood is shown as it is typed. It stays open for the next. */
export default function QuickAdd({ prefill, onClose }: QuickAddProps): ReactElement {
  const { home = NOWHERE, due } = prefill;
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
  const homeSection = home.section_id === undefined ? undefined : state.sections.get(home.section_id);
  const homeProject = homeSection?.project_id ?? home.project_id;
  const project = understood.project ?? (homeProject === undefined ? undefined : state.projects.get(homeProject));
  const section = understood.project === undefined ? homeSection : understood.section;
  const inProject = project === undefined || project.is_inbox ? t.inbox : project.name;
  const place = section === undefined ? inProject : `${inProject} / ${section.name}`;
  const when = understood.due ?? due;
  const named = new Map([...(prefill.labels ?? []), ...understood.labels].map((label) => [labelKey(label), label]));
  const labels = [...named.values()];

  const add = (): void => {
    if (understood.title === "") return;
    const there = understood.section ? { section_id: understood.section.id } : undefined;
    const body: TaskCreate = {
      title: understood.title,
      ...(there ?? (understood.project === undefined ? home : { project_id: understood.project.id })),
      ...(labels.length > 0 && { labels }),
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
        <textarea
          className="quick-add-line"
          aria-label={t.taskTitle}
          aria-describedby="quick-add-hint"
          placeholder={t.newTaskPlaceholder}
          value={line}
          rows={1}
          maxLength={500}
          autoComplete="off"
          enterKeyHint="send"
          dir="auto"
          onChange={(event) => setLine(event.target.value.replace(/\s*\n\s*/g, " "))}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <ul className="chips" aria-label={t.understoodAs} aria-live="polite">
          <li className="chip">
            <Icon name={project === undefined || project.is_inbox ? "inbox" : "folder"} size={16} />
            <bdi>{place}</bdi>
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
          {labels.map((label) => (
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
