import type { Priority, Uuid } from "@todo/contract";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useActions, useEverything, useIndex } from "../store/hooks.ts";
import { labelKey } from "../store/state.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Options, type Option } from "../ui/options.tsx";
import type { Home } from "./lists.ts";
import { DeadlinePicker, DuePicker, DurationPicker, StartPicker } from "./time-pickers.tsx";

export type PickerKind = "due" | "start" | "deadline" | "duration" | "priority" | "labels" | "move";

interface PickerProps {
  readonly kind: PickerKind;
  readonly ids: readonly Uuid[];
  readonly onClose: () => void;
  readonly anchor?: DOMRect | undefined;
}

const PRIORITIES = ["urgent", "high", "medium", "low", "none"] as const satisfies readonly Priority[];

/** Chooses one thing for some tasks. */
export default function Picker(props: PickerProps): ReactElement {
  const t = useMessages();
  const kinds: Readonly<Record<PickerKind, readonly [label: string, Body: (props: PickerProps) => ReactElement]>> = {
    due: [t.setDue, DuePicker],
    start: [t.setStart, StartPicker],
    deadline: [t.setDeadline, DeadlinePicker],
    duration: [t.setDuration, DurationPicker],
    priority: [t.setPriority, PriorityPicker],
    labels: [t.setLabels, LabelPicker],
    move: [t.moveTo, MovePicker],
  };
  const [label, Body] = kinds[props.kind];
  return (
    <Dialog label={label} kind="palette" anchor={props.anchor} onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

function PriorityPicker({ ids, onClose }: PickerProps): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const { tasks } = useEverything();
  const options = PRIORITIES.map((priority): Option<Priority> => ({
    key: priority,
    text: t.priorities[priority],
    value: priority,
    isOn: ids.every((id) => tasks.get(id)?.priority === priority),
    mark: <span className="priority-mark" data-priority={priority} />,
  }));
  return (
    <Options
      label={t.priority}
      options={options}
      onChoose={(priority) => {
        actions.update(ids, { priority });
        onClose();
      }}
    />
  );
}

function LabelPicker({ ids }: PickerProps): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const { tasks } = useEverything();
  const { labels } = useIndex();
  const has = (id: Uuid, name: string): boolean =>
    tasks.get(id)?.labels.some((label) => labelKey(label) === labelKey(name)) ?? false;
  const isOnAll = (name: string): boolean => ids.every((id) => has(id, name));
  const known = new Map(labels.map(({ name, color }) => [labelKey(name), { name, color }]));
  for (const id of ids) {
    for (const name of tasks.get(id)?.labels ?? []) {
      if (!known.has(labelKey(name))) known.set(labelKey(name), { name, color: null });
    }
  }
  const options = [...known].map(([key, { name, color }]): Option<string> => ({
    key,
    text: name,
    value: name,
    isOn: isOnAll(name),
    mark: <span className="dot" style={color === null ? undefined : { background: color }} />,
  }));
  return (
    <Options
      label={t.labels}
      placeholder={t.labelPlaceholder}
      options={options}
      offer={(name) => ({ key: "new", text: t.createLabel(name), value: name })}
      onChoose={(name) => {
        const isOn = isOnAll(name);
        actions.each(ids, (id) => {
          const others = (tasks.get(id)?.labels ?? []).filter((label) => labelKey(label) !== labelKey(name));
          return { op: "update_task", id, body: { labels: isOn ? others : [...others, name] } };
        });
      }}
    />
  );
}

function MovePicker({ ids, onClose }: PickerProps): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const index = useIndex();
  const options = index.projects.flatMap((project): Option<Home>[] => {
    const name = project.is_inbox ? t.inbox : project.name;
    const sections = index.sectionsOf(project.id);
    return [
      { key: project.id, text: name, value: { project_id: project.id } },
      ...sections.map((section) => ({
        key: section.id,
        text: `${name} / ${section.name}`,
        value: { section_id: section.id },
      })),
    ];
  });
  return (
    <Options
      label={t.moveToLabel}
      options={options}
      onChoose={(home) => {
        actions.move(ids, home);
        onClose();
      }}
    />
  );
}
