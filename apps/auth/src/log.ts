/**
 * One line on standard error. Of an exception it has the type, the SQLSTATE and the way it came, but not the message:
 * that may quote what somebody sent. Only Better Auth's own complaints about its set-up are quoted, which never do.
 */
export function logFailure(what: string, error: unknown): void {
  const line = { time: new Date().toISOString(), level: "error", failed: what, ...described(error) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function described(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const said = error.name === "BetterAuthError" ? { message: error.message } : {};
  const frames = (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  return { error: error.name, ...code, ...said, at: frames.slice(0, 8).map((frame) => frame.trim()) };
}
