import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { TopBar } from "../shell/top-bar.tsx";
import { useActions, useIndex } from "../store/hooks.ts";
import { Empty } from "../ui/empty.tsx";

/** The projects that rest: to look into, or to bring back. */
export function Archived(): ReactElement {
  const t = useMessages();
  const index = useIndex();
  const actions = useActions();
  return (
    <main id="content" className="view" tabIndex={-1}>
      <TopBar title={t.archived} />
      <div className="view-body">
        {index.archived.length === 0 && <Empty title={t.emptyArchive} lead={t.emptyArchiveLead} />}
        <ul>
          {index.archived.map((project) => (
            <li key={project.id} className="kept-row">
              <span className="dot dot-project" style={project.color === null ? undefined : { background: project.color }} />
              <Link to="/project/$project" params={{ project: project.id }} className="kept-name">
                <bdi>{project.name}</bdi>
              </Link>
              <span className="muted">{t.openTasks(index.openIn(project.id))}</span>
              <button
                type="button"
                className="button"
                aria-label={`${t.unarchiveProject}: ${project.name}`}
                onClick={() => actions.archive(project.id, false)}
              >
                {t.unarchiveProject}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
