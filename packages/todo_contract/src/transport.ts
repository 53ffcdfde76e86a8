import { TodoUnreachable } from "./problem.js";
import { isRepeatable, isTemporary, pause, pauseAfter, says, unlessAborted } from "./repeating.js";

const LONGEST_TIMER = 2 ** 31 - 1;
const STREAMS = ["application/jsonl", "text/event-stream"];
/** Of these no response with a body can be made, and Chromium gives their empty body as a stream. */
const BODILESS = [204, 205, 304];

export interface Transport {
  /** Asked before each request; `expired` is true when the API has just called the last token expired. */
  readonly token: (expired: boolean) => string | Promise<string>;
  /** Milliseconds that a call may take, its repetitions included. */
  readonly timeout: number;
  /** How often a call that failed for a moment is sent again, where that can do no harm. */
  readonly retry: number;
  /** What the account's activity calls this program. */
  readonly clientName: string;
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
    const inTime = failures < options.retry && performance.now() + wait < end;
    const again = inTime && (await isTemporary(outcome));
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
    if (attempt.method !== "GET") attempt.headers.set("Client-Name", options.clientName);
    try {
      // As in `live`: Node may collect what links the attempt's own signal to this one while it waits.
      return await unlessAborted(options.fetch(attempt).then(received), signal);
    } catch (error) {
      signal.throwIfAborted();
      return new TodoUnreachable("network", "The API cannot be reached.", error);
    }
  };
  const outcome = await send(false);
  const isExpired = outcome instanceof Response && (await says(outcome, 401, "token_expired"));
  return isExpired ? send(true) : outcome;
}

/** The response with all of its body, so that a connection lost midway counts as lost; streams flow. */
async function received(response: Response): Promise<Response> {
  const type = response.headers.get("Content-Type") ?? "";
  const flows = STREAMS.some((stream) => type.startsWith(stream));
  const hasNone = response.body === null || BODILESS.includes(response.status);
  return hasNone || flows ? response : new Response(await response.arrayBuffer(), response);
}
