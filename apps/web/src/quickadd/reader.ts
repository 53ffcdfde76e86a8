import type { Language } from "../i18n/language.ts";
import type { Index } from "../store/index.ts";
import { understand, type Part, type Understood } from "./parse.ts";
import { wordsOf } from "./words.ts";

interface Writer {
  readonly language: Language;
  readonly index: Index;
  readonly now: Date;
  readonly plain: ReadonlySet<Part>;
}

/** What a line means to somebody who has these projects, and writes in this language. */
export function read(line: string, { language, index, now, plain }: Writer): Understood {
  return understand(line, {
    now,
    projects: index.projects,
    sectionsOf: ({ id }) => index.sectionsOf(id),
    words: wordsOf(language),
    plain,
  });
}
