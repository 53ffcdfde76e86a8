import { isAway } from "./database.ts";
import { InvalidSettings } from "./settings.ts";

/** Why a command does not do its work: a sentence for standard error. */
export class CannotGoOn extends Error {}

/** Do a command's work; what is wrong with settings or database is said in sentences, with status 2 or 1. */
export async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const [status, sentence] = excuse(error);
    process.stderr.write(`${sentence}\n`);
    process.exit(status);
  }
}

function excuse(error: unknown): [status: number, sentence: string] {
  if (error instanceof InvalidSettings) return [2, error.message];
  if (error instanceof CannotGoOn) return [1, error.message];
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return [1, "AUTH_PORT is in use; choose another."];
  }
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  if (isAway(error) || /^ \((28|3D|42)/.test(code)) return [1, `The database cannot be used${code}: is DATABASE_URL right?`];
  throw error;
}
