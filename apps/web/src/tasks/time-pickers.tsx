import type { Uuid } from "@todo/contract";
import type { ReactElement } from "react";

import { DayEditor } from "../due/day-editor.tsx";
import { DueEditor } from "../due/due-editor.tsx";
import { durationInWords, durationOf } from "../due/duration.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useActions, useEverything } from "../store/hooks.ts";
import { Options, type Option } from "../ui/options.tsx";

interface TimePickerProps {
  readonly ids: readonly Uuid[];
  readonly onClose: () => void;
}

const DURATIONS = [5, 10, 15, 30, 45, 60, 90, 120, 180, 240, 480];

export function DuePicker({ ids, onClose }: TimePickerProps): ReactElement {
  const actions = useActions();
  const { tasks } = useEverything();
  const due = tasks.get(ids[0] as Uuid)?.due ?? null;
  return (
    <DueEditor
      due={due}
      canClear={ids.some((id) => (tasks.get(id)?.due ?? null) !== null)}
      onChange={(next) => {
        actions.update(ids, { due: next });
        onClose();
      }}
    />
  );
}

export function StartPicker(props: TimePickerProps): ReactElement {
  return <DayPicker {...props} field="start_date" />;
}

export function DeadlinePicker(props: TimePickerProps): ReactElement {
  return <DayPicker {...props} field="deadline_date" />;
}

interface DayPickerProps extends TimePickerProps {
  readonly field: "start_date" | "deadline_date";
}

function DayPicker({ ids, onClose, field }: DayPickerProps): ReactElement {
  const actions = useActions();
  const { tasks } = useEverything();
  return (
    <DayEditor
      day={tasks.get(ids[0] as Uuid)?.[field] ?? null}
      onChange={(day) => {
        actions.update(ids, { [field]: day });
        onClose();
      }}
    />
  );
}

export function DurationPicker({ ids, onClose }: TimePickerProps): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const actions = useActions();
  const { tasks } = useEverything();
  const current = tasks.get(ids[0] as Uuid)?.duration_minutes ?? null;
  const known = new Set([...DURATIONS, ...(current === null ? [] : [current])]);
  const option = (minutes: number | null): Option<number | null> => ({
    key: String(minutes),
    text: minutes === null ? t.noDuration : durationInWords(minutes, language, "long"),
    value: minutes,
    isOn: minutes === current,
  });
  return (
    <Options
      label={t.duration}
      placeholder={t.durationPlaceholder}
      options={[null, ...[...known].toSorted((one, other) => one - other)].map(option)}
      offer={(text) => {
        const minutes = durationOf(text);
        if (minutes === undefined) return undefined;
        const typed = option(minutes);
        const isFound = known.has(minutes) && typed.text.toLowerCase().includes(text.toLowerCase());
        return isFound ? undefined : { ...typed, key: "typed" };
      }}
      onChoose={(minutes) => {
        actions.update(ids, { duration_minutes: minutes });
        onClose();
      }}
    />
  );
}
