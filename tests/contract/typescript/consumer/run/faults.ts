/** A real connection to the API, with faults where a test wants them. */
import type { Problem } from "@todo/contract";

export type Fault = (request: Request) => Promise<Response>;

export interface Wire {
  /** Each request so far: method, path and query. */
  readonly requests: string[];
  /** Each batch so far: its idempotency key, its body. */
  readonly batches: [key: string | null, body: string][];
  /** What goes wrong with a request, if anything does. */
  fault: ((request: Request) => Fault | undefined) | undefined;
  readonly fetch: (request: Request) => Promise<Response>;
  /** All that is open breaks off. */
  cut(): void;
}

export function wire(fault?: Wire["fault"]): Wire {
  let line = new AbortController();
  const own: Wire = {
    requests: [],
    batches: [],
    fault,
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      own.requests.push(`${request.method} ${pathname}${search}`);
      if (pathname === "/v1/batch") {
        own.batches.push([request.headers.get("Idempotency-Key"), await request.clone().text()]);
      }
      const signal = AbortSignal.any([request.signal, line.signal]);
      return (own.fault?.(request) ?? fetch)(new Request(request, { signal }));
    },
    cut: () => {
      line.abort();
      line = new AbortController();
    },
  };
  return own;
}

/** These happen to a path's requests, one to each, in this order; undefined is none. */
export function inTurn(path: string, ...faults: (Fault | undefined)[]): NonNullable<Wire["fault"]> {
  return (request) => (new URL(request.url).pathname === path ? faults.shift() : undefined);
}

/** The API never sees the request. */
export const refused: Fault = () => Promise.reject(new TypeError("fetch failed"));

/** The API carries the request out, and its answer does not arrive. */
export const lost: Fault = async (request) => {
  await (await fetch(request)).arrayBuffer();
  throw new TypeError("terminated");
};

/** The API says no, and when to ask again. */
export function denied(status: number, code: string, retryAfter?: string): Fault {
  const headers = {
    "Content-Type": "application/problem+json",
    ...(retryAfter !== undefined && { "Retry-After": retryAfter }),
  };
  return async () => Response.json(problemOf(status, code), { status, headers });
}

/** The API answers a batch with these results. */
export function results(...problems: (Problem | null)[]): Fault {
  const none = { id: null, version: null, change_id: null };
  const each = problems.map((problem) => ({ ...none, status: problem?.status ?? 200, problem }));
  return async () => Response.json({ results: each });
}

export function problemOf(status: number, code: string): Problem {
  const problem = { type: "about:blank", title: "", status, code, detail: `It is ${code}.`, errors: [] };
  return problem as unknown as Problem;
}
