import type { TaskCreate } from "@todo/contract";

import type { Messages } from "../i18n/en.ts";
import type { Prefill } from "../shell/prefill.ts";
import { labelKey, type State } from "../store/state.ts";
import type { Part, Understood } from "./parse.ts";

/** What is to be added for a line at this place. */
export function taskOf({ title, project, section, priority, ...line }: Understood, prefill: Prefill): TaskCreate {
  const named = section === undefined ? project && { project_id: project.id } : { section_id: section.id };
  const due = line.due ?? prefill.due;
  const labels = new Map([...(prefill.labels ?? []), ...line.labels].map((label) => [labelKey(label), label]));
  return {
    title,
    ...(named ?? prefill.home),
    ...(labels.size > 0 && { labels: [...labels.values()] }),
    ...(priority !== undefined && { priority }),
    ...(due !== undefined && { due }),
  };
}

/** What is filled in but for what is not wanted. */
export function without({ due, labels, ...rest }: Prefill, parts: ReadonlySet<Part>): Prefill {
  return {
    ...rest,
    ...(due !== undefined && !parts.has("due") && { due }),
    ...(labels !== undefined && !parts.has("labels") && { labels }),
  };
}

/** Where a task goes, in words; and whether that is the inbox. */
export function placeOf({ project_id, section_id }: TaskCreate, state: State, t: Messages): { readonly name: string; readonly isInbox: boolean } {
  const section = section_id ? state.sections.get(section_id) : undefined;
  const home = section?.project_id ?? project_id;
  const project = home ? state.projects.get(home) : undefined;
  const isInbox = project === undefined || project.is_inbox;
  const name = isInbox ? t.inbox : project.name;
  return { name: section === undefined ? name : `${name} / ${section.name}`, isInbox };
}
