import { isUuid, type Due } from "@todo/contract";

import { today } from "../due/calendar.ts";
import type { Home } from "../tasks/lists.ts";

/** What a task that is being added has already, unless its line says otherwise; labels it has in any case. */
export interface Prefill {
  readonly home?: Home;
  readonly due?: Due;
  readonly labels?: readonly string[];
}

/** What is on the screen at an address is what is added to. */
export function prefillAt({ pathname, search }: { readonly pathname: string; readonly search: object }): Prefill {
  const project = /^\/project\/([^/]+)$/.exec(pathname)?.[1];
  if (project !== undefined && isUuid(project)) return { home: { project_id: project } };
  if (pathname === "/today") return { due: { kind: "date", date: today() } };
  if (pathname === "/label" && "name" in search) return { labels: [String(search.name)] };
  return {};
}
