import type { Etag } from "./etag.js";
import type { FieldProblem, Problem, ProblemCode } from "./schema.js";

/** The API's refusal: `code` is for programs, `message` for people, `errors` points at each bad part. */
export class TodoProblem<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = "TodoProblem";
  readonly code: Code;
  readonly status: number;
  readonly errors: readonly FieldProblem[];
  /** The current version, where an older one was expected. */
  readonly etag: Etag | undefined;
  /** Seconds after which to try again, where that can help. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem & { code: Code }, headers: Headers) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors;
    this.etag = (headers.get("ETag") ?? undefined) as Etag | undefined;
    this.retryAfter = secondsOf(headers.get("Retry-After"));
  }
}

/** Whether an error is the API's refusal, with one of these codes if any are named. */
export function isProblem<Code extends ProblemCode>(
  error: unknown,
  ...codes: Code[]
): error is TodoProblem<Code> {
  return (
    error instanceof TodoProblem && (codes.length === 0 || (codes as ProblemCode[]).includes(error.code))
  );
}

/** Nobody answered, or not in time, or not the API. A write may have been done all the same. */
export class TodoUnreachable extends Error {
  override readonly name = "TodoUnreachable";
  readonly reason: "network" | "timeout" | "foreign";

  constructor(reason: TodoUnreachable["reason"], message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** The seconds of a `Retry-After`; proxies also send dates, which are not understood here. */
export function secondsOf(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined;
}
