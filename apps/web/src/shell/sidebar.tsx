import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState, type ReactElement } from "react";

import { useToday } from "../due/use-today.ts";
import { whenOf } from "../due/when.ts";
import { useMessages } from "../i18n/language.ts";
import { inboxOf } from "../store/state.ts";
import { useActions, useEverything, useIndex, usePerson } from "../store/hooks.ts";
import { Icon } from "../ui/icons.tsx";
import { useShell } from "./shell-context.ts";
import { Entry, LabelEntries, ProjectEntries } from "./sidebar-entries.tsx";
import { StatusMark } from "./status-mark.tsx";

const NameDialog = lazy(async () => ({ default: (await import("../ui/name-dialog.tsx")).NameDialog }));

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
      <ProjectEntries projects={projects} />
      {index.archived.length > 0 && (
        <ul>
          <Entry to="/archived" icon="archive" text={t.archived} />
        </ul>
      )}
      {index.labels.length > 0 && (
        <>
          <SidebarHead text={t.labels} />
          <LabelEntries labels={index.labels} />
        </>
      )}
      <ul className="sidebar-end">
        <Entry to="/trash" icon="trash" text={t.trash} />
      </ul>
      <StatusMark />
      {creates && (
        <Suspense>
          <NameDialog
            title={t.newProject}
            label={t.projectName}
            hasColor
            onClose={() => setCreates(false)}
            onSave={(name, color) => {
              actions.do({ op: "create_project", body: { name, color } });
            }}
          />
        </Suspense>
      )}
    </nav>
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
