import type { LabelRead, ProjectRead, SectionRead, TaskRead, Uuid } from "@todo/contract";

import { byPosition, labelKey, type State } from "./state.ts";

/** What is asked of a state again and again, counted in one pass over it. */
export class Index {
  /** Those that are in use, the inbox among them. */
  readonly projects: readonly ProjectRead[];
  readonly archived: readonly ProjectRead[];
  readonly labels: readonly LabelRead[];
  /** Not in the trash, not in an archived project, open, with a due date. */
  readonly dated: readonly TaskRead[];
  readonly #openByProject = new Map<Uuid, number>();
  readonly #openByLabel = new Map<string, number>();
  readonly #byPlace = new Map<Uuid, TaskRead[]>();
  readonly #sorted = new Map<Uuid, readonly TaskRead[]>();
  readonly #sections = new Map<Uuid, SectionRead[]>();

  constructor(state: State) {
    const projects = [...state.projects.values()].filter(isKept).toSorted(byPosition);
    this.projects = projects.filter(({ archived }) => !archived);
    this.archived = projects.filter(({ archived }) => archived);
    const resting = new Set(this.archived.map(({ id }) => id));
    const dated: TaskRead[] = [];
    for (const task of state.tasks.values()) {
      if (task.deleted_at !== null) continue;
      push(this.#byPlace, task.parent_id ?? task.section_id ?? task.project_id, task);
      if (task.status !== "open") continue;
      if (task.parent_id === null) count(this.#openByProject, task.project_id);
      if (resting.has(task.project_id)) continue;
      if (task.due !== null) dated.push(task);
      for (const name of task.labels) count(this.#openByLabel, labelKey(name));
    }
    this.dated = dated;
    this.labels = [...state.labels.values()].toSorted(byPosition);
    for (const section of [...state.sections.values()].filter(isKept).toSorted(byPosition)) {
      push(this.#sections, section.project_id, section);
    }
  }

  /** The tasks right under a project, a section or a task, in their order. */
  under(place: Uuid): readonly TaskRead[] {
    const sorted = this.#sorted.get(place) ?? (this.#byPlace.get(place) ?? []).toSorted(byPosition);
    this.#sorted.set(place, sorted);
    return sorted;
  }

  sectionsOf(project: Uuid): readonly SectionRead[] {
    return this.#sections.get(project) ?? [];
  }

  openIn(project: Uuid): number {
    return this.#openByProject.get(project) ?? 0;
  }

  openWith(label: string): number {
    return this.#openByLabel.get(labelKey(label)) ?? 0;
  }
}

const indexes = new WeakMap<State, Index>();

export function indexOf(state: State): Index {
  let index = indexes.get(state);
  if (index === undefined) {
    index = new Index(state);
    indexes.set(state, index);
  }
  return index;
}

function isKept({ deleted_at }: { readonly deleted_at: string | null }): boolean {
  return deleted_at === null;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function count<Key>(map: Map<Key, number>, key: Key): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
