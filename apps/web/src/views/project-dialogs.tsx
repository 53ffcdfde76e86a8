import type { ProjectRead, SectionRead, Uuid } from "@todo/contract";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";

import { stepped, type Step } from "../dragging/steps.ts";
import type { Messages } from "../i18n/en.ts";
import { useMessages } from "../i18n/language.ts";
import { useActions, useIndex } from "../store/hooks.ts";
import { Confirm } from "../ui/confirm.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { NameDialog } from "../ui/name-dialog.tsx";

/** What is open above a project. */
export type ProjectDialog =
  | { readonly what: "edit" | "delete" | "section" }
  | { readonly what: "menu"; readonly anchor: DOMRect }
  | { readonly what: "sectionMenu"; readonly section: SectionRead; readonly anchor: DOMRect }
  | { readonly what: "sectionEdit" | "sectionDelete"; readonly section: SectionRead };

interface ProjectDialogsProps {
  readonly project: ProjectRead;
  readonly open: ProjectDialog;
  readonly setOpen: (open: ProjectDialog | undefined) => void;
}

export function ProjectDialogs({ project, open, setOpen }: ProjectDialogsProps): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const index = useIndex();
  const projects = index.projects.filter(({ is_inbox }) => !is_inbox);
  const navigate = useNavigate();
  const close = (): void => setOpen(undefined);
  switch (open.what) {
    case "menu":
      return (
        <Menu label={t.projectActions} anchor={open.anchor} onClose={close}>
          {[
            { icon: "settings", text: t.renameProject, run: () => setOpen({ what: "edit" }) },
            { icon: "plus", text: t.newSection, run: () => setOpen({ what: "section" }) },
            ...steps(t, projects, project.id, (step) => actions.arrange("move_project", project.id, step)),
            project.archived
              ? { icon: "restore", text: t.unarchiveProject, run: () => actions.archive(project.id, false) }
              : { icon: "archive", text: t.archiveProject, run: () => actions.archive(project.id, true) },
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
            ...steps(t, index.sectionsOf(project.id), open.section.id, (step) => {
              actions.arrange("move_section", open.section.id, step);
            }),
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
          onConfirm={() => void actions.do({ op: "delete_section", id: open.section.id }, t.deletedSection)}
        />
      );
  }
}

/** One place up or down among what is ordered with it, where there is one. */
function steps(t: Messages, siblings: readonly { readonly id: Uuid }[], id: Uuid, move: (step: Step) => void): MenuItem[] {
  const ids = siblings.map((sibling) => sibling.id);
  const [up, down] = [stepped(ids, id, -1), stepped(ids, id, 1)];
  return [
    ...(up === undefined ? [] : [{ icon: "up", text: t.moveUp, run: () => move(up) } as const]),
    ...(down === undefined ? [] : [{ icon: "down", text: t.moveDown, run: () => move(down) } as const]),
  ];
}
