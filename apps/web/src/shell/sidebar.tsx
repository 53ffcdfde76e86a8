import type { ProjectRead } from "@todo/contract";
import { Link } from "@tanstack/react-router";
import { useMemo, useState, type ReactElement, type ReactNode } from "react";

import { useToday } from "../due/use-today.ts";
import { whenOf } from "../due/when.ts";
import { useMessages } from "../i18n/language.ts";
import { inboxOf } from "../store/state.ts";
import { useEverything, useIndex, usePerson } from "../store/hooks.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { NameDialog } from "../ui/name-dialog.tsx";
import { useActions } from "../store/hooks.ts";
import { useShell } from "./shell-context.ts";
import { StatusMark } from "./status-mark.tsx";

/** Where one can go, and how it goes. */
export function Sidebar(): ReactElement {
  const t = useMessages();
  const shell = useShell();
  const actions = useActions();
  const person = usePerson();
  const state = useEverything();
  const index = useIndex();
  const today = useToday();
  const [creates, setCreates] = useState(false);
  const inbox = inboxOf(state);
  const dueToday = useMemo(
    () => index.dated.filter(({ due }) => due !== null && whenOf(due).day <= today).length,
    [index, today],
  );
  const projects = index.projects.filter(({ is_inbox }) => !is_inbox);
  return (
    <nav className="sidebar" aria-label={t.navigation}>
      <div className="sidebar-head">
        <span className="avatar" aria-hidden="true">
          {[...person.name][0]?.toUpperCase()}
        </span>
        <span className="sidebar-person">
          <bdi>{person.name}</bdi>
        </span>
        <Link to="/settings" className="icon-button" aria-label={t.settings} title={t.settings}>
          <Icon name="settings" />
        </Link>
      </div>
      <button type="button" className="add-button" onClick={() => shell.quickAdd()}>
        <Icon name="plus" />
        <span>{t.addTask}</span>
        <kbd>Q</kbd>
      </button>
      <ul>
        <Entry to="/search" icon="search" text={t.search} />
        <Entry to="/inbox" icon="inbox" text={t.inbox} count={index.openIn(inbox)} project={inbox} />
        <Entry to="/today" icon="today" text={t.today} count={dueToday} />
        <Entry to="/upcoming" icon="upcoming" text={t.upcoming} />
      </ul>
      <SidebarHead text={t.projects} action={t.newProject} onAct={() => setCreates(true)} />
      <ul>
        {projects.map((project) => (
          <ProjectEntry key={project.id} project={project} count={index.openIn(project.id)} />
        ))}
        {index.archived.length > 0 && <Entry to="/archived" icon="archive" text={t.archived} />}
      </ul>
      {index.labels.length > 0 && (
        <>
          <SidebarHead text={t.labels} />
          <ul>
            {index.labels.map((label) => (
              <li key={label.id}>
                <Link to="/label" search={{ name: label.name }} className="entry">
                  <span className="dot" style={label.color === null ? undefined : { background: label.color }} />
                  <bdi className="entry-text">{label.name}</bdi>
                  <Count count={index.openWith(label.name)} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="sidebar-end">
        <Entry to="/trash" icon="trash" text={t.trash} />
      </ul>
      <StatusMark />
      {creates && (
        <NameDialog
          title={t.newProject}
          label={t.projectName}
          hasColor
          onClose={() => setCreates(false)}
          onSave={(name, color) => {
            actions.do({ op: "create_project", body: { name, color } });
          }}
        />
      )}
    </nav>
  );
}

interface EntryProps {
  readonly to: "/search" | "/inbox" | "/today" | "/upcoming" | "/archived" | "/trash";
  readonly icon: IconName;
  readonly text: string;
  readonly count?: number;
  readonly project?: string;
}

function Entry({ to, icon, text, count = 0, project }: EntryProps): ReactElement {
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

function ProjectEntry({ project, count }: { readonly project: ProjectRead; readonly count: number }): ReactElement {
  return (
    <li>
      <Link to="/project/$project" params={{ project: project.id }} className="entry" data-project={project.id}>
        <span className="dot dot-project" style={project.color === null ? undefined : { background: project.color }} />
        <bdi className="entry-text">{project.name}</bdi>
        <Count count={count} />
      </Link>
    </li>
  );
}

function Count({ count }: { readonly count: number }): ReactNode {
  const t = useMessages();
  if (count === 0) return null;
  return (
    <span className="count" title={t.openTasks(count)}>
      {count}
    </span>
  );
}

interface SidebarHeadProps {
  readonly text: string;
  readonly action?: string;
  readonly onAct?: () => void;
}

function SidebarHead({ text, action, onAct }: SidebarHeadProps): ReactElement {
  return (
    <div className="sidebar-section">
      <h2>{text}</h2>
      {action !== undefined && (
        <button type="button" className="icon-button" aria-label={action} title={action} onClick={onAct}>
          <Icon name="plus" size={16} />
        </button>
      )}
    </div>
  );
}
