import { TodoUnreachable } from "./problem.js";
import { isRepeatable, isTemporary, pause, pauseAfter, unlessAborted } from "./repeating.js";

const LONGEST_TIMER = 2 ** 31 - 1;

export interface Transport {
  /** Asked before each request; `expired` is true when the API has just called the last token expired. */
  readonly token: (expired: boolean) => string | Promise<string>;
  /** Milliseconds that a call may take, its repetitions included. */
  readonly timeout: number;
  /** How often a call that failed for a moment is sent again, where that can do no harm. */
  readonly retry: number;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A `fetch` that signs requests, repeats what may be repeated, and gives up in time. */
export function transport(options: Transport): (request: Request) => Promise<Response> {
  const { timeout } = options;
  return async (request) => {
    const deadline = new AbortController();
    const late = (): void => {
      deadline.abort(new TodoUnreachable("timeout", `The API did not answer within ${timeout} ms.`));
    };
    const timer = setTimeout(late, Math.min(timeout, LONGEST_TIMER));
    try {
      return await persist(options, request, AbortSignal.any([request.signal, deadline.signal]));
    } finally {
      clearTimeout(timer);
    }
  };
}

async function persist(options: Transport, request: Request, signal: AbortSignal): Promise<Response> {
  const end = performance.now() + options.timeout;
  for (let failures = 0; ; failures++) {
    const outcome = await withToken(options, request, signal);
    const wait = pauseAfter(outcome, failures);
    const again = failures < options.retry && isTemporary(outcome) && performance.now() + wait < end;
    if (again && (await isRepeatable(request))) await pause(wait, signal);
    else if (outcome instanceof TodoUnreachable) throw outcome;
    else return outcome;
  }
}

/** Send it, and once more with another token if that was all that was wrong. */
async function withToken(
  options: Transport,
  request: Request,
  signal: AbortSignal,
): Promise<Response | TodoUnreachable> {
  const send = async (expired: boolean): Promise<Response | TodoUnreachable> => {
    const token = await unlessAborted(Promise.resolve(options.token(expired)), signal);
    const attempt = new Request(request.clone(), { signal });
    attempt.headers.set("Authorization", `Bearer ${token}`);
    try {
      return await received(await options.fetch(attempt));
    } catch (error) {
      signal.throwIfAborted();
      return new TodoUnreachable("network", "The API cannot be reached.", error);
    }
  };
  const outcome = await send(false);
  return outcome instanceof Response && (await saysExpired(outcome)) ? send(true) : outcome;
}

/** The response with all of its body, so that a connection lost midway counts as lost; the export flows. */
async function received(response: Response): Promise<Response> {
  const flows = response.headers.get("Content-Type")?.startsWith("application/jsonl") ?? false;
  return response.body === null || flows ? response : new Response(await response.arrayBuffer(), response);
}

async function saysExpired(response: Response): Promise<boolean> {
  if (response.status !== 401) return false;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return (
    typeof problem === "object" && problem !== null && "code" in problem && problem.code === "token_expired"
  );
}
