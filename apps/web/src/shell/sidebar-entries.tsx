import type { LabelRead, ProjectRead } from "@todo/contract";
import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";

import { Grip } from "../dragging/grip.tsx";
import { MOVING_KEYS } from "../dragging/steps.ts";
import { useOrdering } from "../dragging/use-ordering.ts";
import { useMessages } from "../i18n/language.ts";
import { useActions, useIndex } from "../store/hooks.ts";
import { Icon, type IconName } from "../ui/icons.tsx";

interface EntryProps {
  readonly to: "/search" | "/inbox" | "/today" | "/upcoming" | "/archived" | "/trash";
  readonly icon: IconName;
  readonly text: string;
  readonly count?: number;
  readonly project?: string;
}

export function Entry({ to, icon, text, count = 0, project }: EntryProps): ReactElement {
  return (
    <li>
      <Link to={to} className="entry" data-project={project}>
        <Icon name={icon} />
        <span className="entry-text">{text}</span>
        <Count count={count} />
      </Link>
    </li>
  );
}

/** In the order that they are put into here; tasks can be dropped on them. */
export function ProjectEntries({ projects }: { readonly projects: readonly ProjectRead[] }): ReactElement {
  const index = useIndex();
  const actions = useActions();
  const { list, row } = useOrdering(projects, (id, step) => actions.arrange("move_project", id, step));
  return (
    <ul ref={list}>
      {projects.map(({ id, name, color }) => (
        <li key={id} {...row(id)}>
          <Link to="/project/$project" params={{ project: id }} className="entry" data-project={id} {...MOVABLE}>
            <Grip />
            <span className="dot dot-project" style={color === null ? undefined : { background: color }} />
            <span className="entry-text">
              <bdi>{name}</bdi>
            </span>
            <Count count={index.openIn(id)} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function LabelEntries({ labels }: { readonly labels: readonly LabelRead[] }): ReactElement {
  const index = useIndex();
  const actions = useActions();
  const { list, row } = useOrdering(labels, (id, step) => actions.arrange("move_label", id, step));
  return (
    <ul ref={list}>
      {labels.map(({ id, name, color }) => (
        <li key={id} {...row(id)}>
          <Link to="/label" search={{ name }} className="entry" {...MOVABLE}>
            <Grip />
            <span className="dot" style={color === null ? undefined : { background: color }} />
            <span className="entry-text">
              <bdi>{name}</bdi>
            </span>
            <Count count={index.openWith(name)} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The browser would drag the link's address. */
const MOVABLE = { draggable: false, "aria-keyshortcuts": MOVING_KEYS } as const;

function Count({ count }: { readonly count: number }): ReactNode {
  const t = useMessages();
  if (count === 0) return null;
  return (
    <span className="count" title={t.openTasks(count)}>
      {count}
    </span>
  );
}
