/** An entity tag as headers spell it, quotes included. */
export type Etag = `"${string}"`;

/** Anything that counts its versions: a task, a project, the account. */
export interface Versioned {
  readonly version: number;
}

/** What `If-Match` has to say to write only to this version. */
export function etagOf(document: Versioned): Etag {
  return `"${document.version}"`;
}
