import type { ProjectRead, Uuid } from "@todo/contract";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useMemo, useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useActions, useEverything, useIndex } from "../store/hooks.ts";
import { AddRow } from "../tasks/add-row.tsx";
import { projectItems } from "../tasks/lists.ts";
import { Icon } from "../ui/icons.tsx";
import { ListView } from "./list-view.tsx";
import { Missing } from "./missing.tsx";
import { ProjectDialogs, type ProjectDialog } from "./project-dialogs.tsx";

const route = getRouteApi("/app/project/$project");

export function Project(): ReactElement {
  const { project: id } = route.useParams();
  const project = useEverything().projects.get(id as Uuid);
  if (project === undefined || project.deleted_at !== null) return <Missing />;
  if (project.is_inbox) return <Navigate to="/inbox" replace />;
  return <ProjectView key={project.id} project={project} />;
}

function ProjectView({ project }: { readonly project: ProjectRead }): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const index = useIndex();
  const [showsCompleted, setShowsCompleted] = useState(false);
  const [open, setOpen] = useState<ProjectDialog | undefined>(undefined);
  const items = useMemo(() => projectItems(index, project.id, showsCompleted), [index, project.id, showsCompleted]);
  return (
    <>
      <ListView
        title={project.name}
        items={items}
        empty={[t.emptyProject, t.emptyProjectLead]}
        headings={{
          toggleCompleted: () => setShowsCompleted(!showsCompleted),
          section: (section, anchor) => setOpen({ what: "sectionMenu", section, anchor }),
        }}
        below={
          <div className="view-end">
            <AddRow home={{ project_id: project.id }} />
            <button type="button" className="add-row" onClick={() => setOpen({ what: "section" })}>
              <Icon name="plus" />
              <span>{t.newSection}</span>
            </button>
          </div>
        }
        tools={
          <button
            type="button"
            className="icon-button"
            aria-label={t.projectActions}
            onClick={(event) => setOpen({ what: "menu", anchor: event.currentTarget.getBoundingClientRect() })}
          >
            <Icon name="more" />
          </button>
        }
      >
        {project.archived && (
          <div className="archived-note">
            <Icon name="archive" />
            <p>{t.archivedLead}</p>
            <button type="button" className="button" onClick={() => actions.archive(project.id, false)}>
              {t.unarchiveProject}
            </button>
          </div>
        )}
      </ListView>
      {open !== undefined && <ProjectDialogs project={project} open={open} setOpen={setOpen} />}
    </>
  );
}
