import type { TaskCreate } from "@todo/contract";
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactElement } from "react";

import { dueInWords } from "../due/format.ts";
import { useMinute, useToday } from "../due/use-today.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useActions, useEverything, useIndex } from "../store/hooks.ts";
import type { Prefill } from "../shell/prefill.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { Chip } from "./chip.tsx";
import { lengthToTell, linesOf, LONGEST_TITLE, spliced } from "./lines.ts";
import type { Part } from "./parse.ts";
import { placeOf, taskOf, without } from "./task-of.ts";
import { readerOrVerbatim, useReader, verbatim } from "./use-reader.ts";

const PastedLines = lazy(() => import("./pasted-lines.tsx"));

const NOTHING: ReadonlySet<Part> = new Set();

interface QuickAddProps {
  readonly prefill: Prefill;
  readonly onClose: () => void;
}

/** One line is enough, which wraps when it is long; what was understood is shown as it is typed. It stays open for the next. */
export function QuickAdd({ prefill, onClose }: QuickAddProps): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const actions = useActions();
  const today = useToday();
  const minute = useMinute();
  const state = useEverything();
  const index = useIndex();
  const [line, setLine] = useState("");
  const [pasted, setPasted] = useState<readonly string[]>([]);
  const [plain, setPlain] = useState<ReadonlySet<Part>>(NOTHING);
  const reader = useReader();
  const context = useMemo(() => ({ language, index, now: new Date(minute * 60_000), plain }), [language, index, minute, plain]);
  const understood = useMemo(() => (reader ?? verbatim)(line, context), [reader, line, context]);
  const filled = useMemo(() => without(prefill, plain), [prefill, plain]);
  const task = useMemo(() => taskOf(understood, filled), [understood, filled]);
  const place = placeOf(task, state, t);

  const length = lengthToTell(task.title);
  const isTooLong = length !== undefined && length > LONGEST_TITLE;
  const canAdd = task.title !== "" && !isTooLong;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (pasted.length === 0) field.current?.focus();
  }, [pasted]);

  const write = (body: TaskCreate): void => {
    actions.add(body, placeOf(body, state, t).name);
  };

  /** A line that cannot be understood yet makes room for the next one all the same. */
  const add = (): void => {
    if (!canAdd) return;
    setLine("");
    setPlain(NOTHING);
    if (reader !== undefined) return write(task);
    void readerOrVerbatim().then((read) => write(taskOf(read(line, context), filled)));
  };

  const addAll = (): void => {
    setPasted([]);
    setLine("");
    void readerOrVerbatim().then((read) =>
      actions.addAll(pasted.map((each) => taskOf(read(each, context), prefill)).filter(({ title }) => title !== "")),
    );
  };
  const join = (): void => {
    setPasted([]);
    setLine(pasted.join(" "));
  };

  /** Then the line names it. */
  const create = (name: string): void => {
    actions.do({ op: "create_project", body: { name } });
    field.current?.focus();
  };
  const leave = (part: Part) => (): void => {
    setPlain(new Set([...plain, part]));
    field.current?.focus();
  };

  if (pasted.length > 0) {
    return (
      <Dialog label={t.addTask} kind="palette" onClose={onClose}>
        <Suspense>
          <PastedLines lines={pasted} onAdd={addAll} onJoin={join} />
        </Suspense>
      </Dialog>
    );
  }
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
          ref={field}
          className="quick-add-line"
          aria-label={t.taskTitle}
          aria-describedby="quick-add-hint"
          placeholder={t.newTaskPlaceholder}
          value={line}
          rows={1}
          autoComplete="off"
          enterKeyHint="send"
          dir="auto"
          onChange={(event) => setLine(event.target.value.replace(/\s*\n\s*/g, " "))}
          onPaste={(event) => {
            const { value, selectionStart, selectionEnd } = event.currentTarget;
            const lines = linesOf(spliced(value, [selectionStart, selectionEnd], event.clipboardData.getData("text/plain")));
            if (lines.length < 2) return;
            event.preventDefault();
            setPasted(lines);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <ul className="chips" aria-label={t.understoodAs} aria-live="polite">
          <Chip mark={<Icon name={place.isInbox ? "inbox" : "folder"} size={16} />} words={place.name} />
          {understood.unknown !== undefined && (
            <li className="chip">
              <button type="button" className="chip-action" onClick={() => create(understood.unknown ?? "")}>
                <Icon name="plus" size={16} />
                <bdi>{t.createProject(understood.unknown)}</bdi>
              </button>
            </li>
          )}
          {task.due && (
            <Chip
              mark={<Icon name="today" size={16} />}
              words={dueInWords(task.due, today, language, t)}
              tone="due"
              onLeave={leave("due")}
            />
          )}
          {task.priority !== undefined && (
            <Chip
              mark={<span className="priority-mark" data-priority={task.priority} />}
              words={t.priorities[task.priority]}
              onLeave={leave("priority")}
            />
          )}
          {task.labels?.map((label) => (
            <Chip key={label} mark={<Icon name="tag" size={16} />} words={label} onLeave={leave("labels")} />
          ))}
        </ul>
        <div className="quick-add-end">
          <small id="quick-add-hint" className={isTooLong ? "form-refusal" : "muted"} role={isTooLong ? "alert" : undefined}>
            {length === undefined ? t.quickAddHint : t.titleLength(length, LONGEST_TITLE)}
          </small>
          <button type="button" className="button" onClick={onClose}>
            {t.close}
          </button>
          <button type="submit" className="button primary" disabled={!canAdd}>
            {t.addTask}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
