import { useEffect, useState } from "react";

import type { Understood } from "./parse.ts";

type Reader = typeof import("./reader.ts").read;

let known: Reader | undefined;
let coming: Promise<Reader> | undefined;

/** What understands lines comes later than the field that they are typed into; after a failure it is asked for again. */
function loadReader(): Promise<Reader> {
  coming ??= import("./reader.ts").then(
    ({ read }) => (known = read),
    (error: unknown) => {
      coming = undefined;
      throw error;
    },
  );
  return coming;
}

/** Lines are taken as they stand where it is out of reach. */
export function readerOrVerbatim(): Promise<Reader> {
  return loadReader().catch(() => verbatim);
}

/** Undefined until it is there. */
export function useReader(): Reader | undefined {
  const [reader, setReader] = useState(() => known);
  useEffect(() => {
    loadReader().then(
      (loaded) => setReader(() => loaded),
      () => undefined, // out of reach: lines are taken as they stand
    );
  }, []);
  return reader;
}

/** A line as it stands. */
export function verbatim(line: string): Understood {
  const title = line.trim().replace(/\s+/g, " ");
  return { title, unknown: undefined, project: undefined, section: undefined, labels: [], priority: undefined, due: undefined };
}
