import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Auth } from "./auth.ts";
import { isAway } from "./database.ts";
import { logFailure } from "./log.ts";
import { endpointOf, Refused, requestOf } from "./requests.ts";
import type { Settings } from "./settings.ts";

const LONGEST_REQUEST_MS = 10_000;
/** Longer than proxies keep theirs, so that none sends a request into a connection that is being closed. */
const KEEP_ALIVE_MS = 75_000;

/** Better Auth behind HTTP; it does not listen yet. */
export function serverOf(auth: Auth, settings: Settings): Server {
  const always: [string, string][] = [
    ["cache-control", "no-store"],
    ["x-content-type-options", "nosniff"],
    ...(settings.issuer.startsWith("https:") ? [["strict-transport-security", "max-age=31536000"] satisfies [string, string]] : []),
  ];

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const response = await answerOf(incoming, outgoing);
    for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
    for (const [name, value] of always) outgoing.setHeader(name, value);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
    const wait = response.headers.get("x-retry-after");
    if (response.status === 429 && wait) outgoing.setHeader("retry-after", wait);
    outgoing.statusCode = response.status;
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  }

  async function answerOf(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
    try {
      const endpoint = endpointOf(incoming, settings);
      const request = await requestOf(incoming, endpoint, settings);
      const [response] = await Promise.all([auth.handler(request), endpoint.leastMs && pause(endpoint.leastMs)]);
      return response;
    } catch (error) {
      if (error instanceof Refused) return problem(error.status, error.code, error.message, error.headers);
      if (incoming.errored || outgoing.destroyed) return problem(400, "GONE", "Nobody waits for this."); // nor reads it
      logFailure(`${incoming.method} ${(incoming.url ?? "").replace(/\?.*/s, "")}`, error);
      if (isAway(error)) {
        return problem(503, "DATABASE_UNAVAILABLE", "The database cannot be reached. Try again.", { "retry-after": "1" });
      }
      return problem(500, "INTERNAL_SERVER_ERROR", "Something went wrong, which is logged.");
    }
  }

  const server = createServer({ requestTimeout: LONGEST_REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      logFailure("an answer", error);
      outgoing.destroy();
    });
  });
  return server;
}

function problem(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ code, message }, { status, headers });
}
