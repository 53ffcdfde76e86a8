import { instant, newId, type ProjectRead, type SectionRead, type TaskRead, type Uuid } from "@todo/contract";

import { byId, EMPTY, type State } from "../store/state.ts";

const CREATED = instant(new Date("2026-11-01T08:00:00Z"));
const STAMPS = { version: 1, created_at: CREATED, updated_at: CREATED, deleted_at: null };

export const INBOX = newId();

/** What tests begin with: an account and its inbox, and whatever they add. */
export function stateWith(rows: { tasks?: readonly TaskRead[]; projects?: readonly ProjectRead[]; sections?: readonly SectionRead[] }): State {
  const inbox = aProject({ id: INBOX, name: "Inbox", is_inbox: true });
  return {
    ...EMPTY,
    account: { user_id: "ada", timezone: "UTC", inbox_id: INBOX, version: 1, created_at: CREATED, updated_at: CREATED },
    projects: byId([inbox, ...(rows.projects ?? [])]),
    sections: byId(rows.sections ?? []),
    tasks: byId(rows.tasks ?? []),
  };
}

export function aTask(fields: Partial<TaskRead> = {}): TaskRead {
  return {
    id: newId(),
    title: "Water the tomatoes",
    notes: "",
    status: "open",
    priority: "none",
    due: null,
    start_date: null,
    deadline_date: null,
    duration_minutes: null,
    labels: [],
    project_id: INBOX,
    section_id: null,
    parent_id: null,
    position: "l01",
    completed_at: null,
    ...STAMPS,
    ...fields,
  };
}

export function aProject(fields: Partial<ProjectRead> = {}): ProjectRead {
  const row = { id: newId(), name: "Garden", color: null, archived: false, is_inbox: false, position: "l01", ...STAMPS };
  return { ...row, ...fields };
}

export function aSection(fields: Partial<SectionRead> & { readonly project_id: Uuid }): SectionRead {
  return { id: newId(), name: "Vegetables", position: "l01", ...STAMPS, ...fields };
}
