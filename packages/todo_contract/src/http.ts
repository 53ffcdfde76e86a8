import type { Client } from "openapi-fetch";

import { etagOf, type Etag, type Versioned } from "./etag.js";
import { TodoProblem, TodoUnreachable } from "./problem.js";
import type { paths, Problem } from "./schema.js";

/** openapi-fetch over every path, with tokens, timeout and retry; errors are returned, not thrown. */
export type Http = Client<paths>;

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface WriteOptions extends ReadOptions {
  /** Write only to this version; otherwise the problem is `stale_version` and its `etag` the current one. */
  readonly ifMatch?: Versioned | Etag | undefined;
  /** A name for this one write, such as a `newId()`: sent again within 24 hours, it is answered and not done again. */
  readonly idempotencyKey?: string | undefined;
}

type Sent = { signal?: AbortSignal; headers: { "If-Match"?: Etag; "Idempotency-Key"?: string } };

/** The options as openapi-fetch takes them. */
export function sent({ signal, ifMatch, idempotencyKey }: WriteOptions = {}): Sent {
  return {
    ...(signal && { signal }),
    headers: {
      ...(ifMatch && { "If-Match": typeof ifMatch === "string" ? ifMatch : etagOf(ifMatch) }),
      ...(idempotencyKey && { "Idempotency-Key": idempotencyKey }),
    },
  };
}

/** The same, for one thing by its id. */
export function at<Path>(path: Path, options?: WriteOptions): Sent & { params: { path: Path } } {
  return { params: { path }, ...sent(options) };
}

/** What was answered, or the problem thrown. */
export async function answered<Data>(
  request: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await request.catch((failure: unknown) => {
    throw failure instanceof SyntaxError ? foreign("with something that is not JSON", failure) : failure;
  });
  if (response.ok) return data as Data;
  if (response.headers.get("Content-Type")?.startsWith("application/problem+json")) {
    throw new TodoProblem(error as Problem, response.headers);
  }
  throw foreign(`with status ${response.status}`);
}

function foreign(how: string, cause?: unknown): TodoUnreachable {
  return new TodoUnreachable("foreign", `Something else than the API answered, ${how}.`, cause);
}
