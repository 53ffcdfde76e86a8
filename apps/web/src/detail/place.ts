import type { TaskRead } from "@todo/contract";

import type { Messages } from "../i18n/en.ts";
import type { State } from "../store/state.ts";

/** Such as Garden / Spring; what is not known any more is left out, a project in favour of the inbox. */
export function placeInWords({ project_id, section_id }: Pick<TaskRead, "project_id" | "section_id">, state: State, t: Messages): string {
  const project = state.projects.get(project_id);
  const section = section_id === null ? undefined : state.sections.get(section_id);
  const name = project === undefined || project.is_inbox ? t.inbox : project.name;
  return section === undefined ? name : `${name} / ${section.name}`;
}
