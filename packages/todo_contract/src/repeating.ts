import { secondsOf, TodoUnreachable } from "./problem.js";
import type { ProblemCode } from "./schema.js";

const BACKOFF_MS = 200;
const TEMPORARY = new Set([502, 503, 504]);

/** Whether something may be different the next time. */
export async function isTemporary(outcome: Response | TodoUnreachable): Promise<boolean> {
  if (outcome instanceof TodoUnreachable || TEMPORARY.has(outcome.status)) return true;
  return (await says(outcome, 409, "still_running")) || says(outcome, 429, "rate_limited");
}

/** Whether the response is the API's problem of this code. */
export async function says(response: Response, status: number, code: ProblemCode): Promise<boolean> {
  if (response.status !== status) return false;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof problem === "object" && problem !== null && "code" in problem && problem.code === code;
}

/**
 * Whether sending it twice is sending it once, even if the first time was done and only its answer lost.
 *
 * Anything is, under an idempotency key. A create is, if it carries an id. A conditional write is not: its first
 * time makes the condition false.
 */
export async function isRepeatable(request: Request): Promise<boolean> {
  if (request.method === "GET" || request.headers.has("Idempotency-Key")) return true;
  if (request.headers.has("If-Match")) return false;
  if (request.method === "POST") return "id" in ((await request.clone().json()) as object);
  return request.method === "PUT" || request.method === "DELETE";
}

/** Milliseconds: what was asked for, and a random share of a time that doubles, lest all come at once. */
export function pauseAfter(outcome: Response | TodoUnreachable, failures: number): number {
  const asked = outcome instanceof TodoUnreachable ? 0 : (secondsOf(outcome.headers.get("Retry-After")) ?? 0);
  return asked * 1000 + Math.random() * BACKOFF_MS * 2 ** failures;
}

/** What the promise comes to, unless the signal is aborted before. */
export function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return unlessAborted(over, signal).finally(() => clearTimeout(timer));
}
