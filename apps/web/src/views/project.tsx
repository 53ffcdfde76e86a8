import type { ProjectRead, SectionRead, Uuid } from "@todo/contract";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo, useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useActions, useEverything, useIndex } from "../store/hooks.ts";
import { AddRow } from "../tasks/add-row.tsx";
import { projectItems } from "../tasks/lists.ts";
import { Confirm } from "../ui/confirm.tsx";
import { Menu } from "../ui/menu.tsx";
import { Icon } from "../ui/icons.tsx";
import { NameDialog } from "../ui/name-dialog.tsx";
import { ListView } from "./list-view.tsx";
import { Missing } from "./missing.tsx";

const route = getRouteApi("/app/project/$project");

type Open =
  | { readonly what: "edit" | "delete" | "section" }
  | { readonly what: "menu"; readonly anchor: DOMRect }
  | { readonly what: "sectionMenu"; readonly section: SectionRead; readonly anchor: DOMRect }
  | { readonly what: "sectionEdit" | "sectionDelete"; readonly section: SectionRead };

export function Project(): ReactElement {
  const { project: id } = route.useParams();
  const project = useEverything().projects.get(id as Uuid);
  if (project === undefined || project.deleted_at !== null) return <Missing />;
  return <ProjectView key={project.id} project={project} />;
}

function ProjectView({ project }: { readonly project: ProjectRead }): ReactElement {
  const t = useMessages();
  const index = useIndex();
  const [showsCompleted, setShowsCompleted] = useState(false);
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const items = useMemo(() => projectItems(index, project.id, showsCompleted), [index, project.id, showsCompleted]);
  return (
    <>
      <ListView
        title={project.is_inbox ? t.inbox : project.name}
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
      />
      {open !== undefined && <ProjectDialogs project={project} open={open} setOpen={setOpen} />}
    </>
  );
}

interface ProjectDialogsProps {
  readonly project: ProjectRead;
  readonly open: Open;
  readonly setOpen: (open: Open | undefined) => void;
}

function ProjectDialogs({ project, open, setOpen }: ProjectDialogsProps): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const navigate = useNavigate();
  const close = (): void => setOpen(undefined);
  switch (open.what) {
    case "menu":
      return (
        <Menu label={t.projectActions} anchor={open.anchor} onClose={close}>
          {[
            { icon: "settings", text: t.renameProject, run: () => setOpen({ what: "edit" }) },
            { icon: "plus", text: t.newSection, run: () => setOpen({ what: "section" }) },
            { icon: "trash", text: t.deleteProject, run: () => setOpen({ what: "delete" }) },
          ]}
        </Menu>
      );
    case "edit":
      return (
        <NameDialog
          title={t.renameProject}
          label={t.projectName}
          name={project.name}
          color={project.color}
          hasColor
          onClose={close}
          onSave={(name, color) => void actions.do({ op: "update_project", id: project.id, body: { name, color } })}
        />
      );
    case "delete":
      return (
        <Confirm
          title={t.deleteProject}
          lead={t.deleteProjectLead}
          action={t.delete}
          onClose={close}
          onConfirm={() => {
            actions.do({ op: "trash_project", id: project.id }, t.trashedProject);
            void navigate({ to: "/inbox" });
          }}
        />
      );
    case "section":
      return (
        <NameDialog
          title={t.newSection}
          label={t.sectionName}
          onClose={close}
          onSave={(name) => void actions.do({ op: "create_section", body: { project_id: project.id, name } })}
        />
      );
    case "sectionMenu":
      return (
        <Menu label={t.sectionActions(open.section.name)} anchor={open.anchor} onClose={close}>
          {[
            { icon: "settings", text: t.renameSection, run: () => setOpen({ what: "sectionEdit", section: open.section }) },
            { icon: "trash", text: t.deleteSection, run: () => setOpen({ what: "sectionDelete", section: open.section }) },
          ]}
        </Menu>
      );
    case "sectionEdit":
      return (
        <NameDialog
          title={t.renameSection}
          label={t.sectionName}
          name={open.section.name}
          onClose={close}
          onSave={(name) => void actions.do({ op: "update_section", id: open.section.id, body: { name } })}
        />
      );
    case "sectionDelete":
      return (
        <Confirm
          title={t.deleteSection}
          lead={t.deleteSectionLead}
          action={t.delete}
          onClose={close}
          onConfirm={() => void actions.do({ op: "delete_section", id: open.section.id }, t.deleteSection)}
        />
      );
  }
}
