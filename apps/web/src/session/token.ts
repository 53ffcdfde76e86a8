/** The session has ended: nothing but signing in again helps. */
export class SessionExpired extends Error {
  override readonly name = "SessionExpired";

  constructor() {
    super("The session has ended.");
  }
}

export interface TokenSourceOptions {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds on a clock that is never set. */
  readonly now: () => number;
  /** Told whenever the session turns out to have ended. */
  readonly expired: () => void;
  /** Told of each token: there is a session. */
  readonly granted: () => void;
}

/** Told to ask for a token, or, with true, for another one than the last. */
export type TokenSource = (isRefused: boolean) => Promise<string>;

const PATH = "/api/auth/token";
/** Of a token's life, what may remain when another one is asked for. */
const MARGIN = 0.25;

/** Tokens for the API, for which the session's cookie is the key; they are kept nowhere but here. */
export function tokenSource({ fetch, now, expired, granted }: TokenSourceOptions): TokenSource {
  let current: { readonly token: string; readonly until: number } | undefined;
  let underway: Promise<string> | undefined;

  const request = async (): Promise<string> => {
    const response = await fetch(PATH, { credentials: "same-origin", cache: "no-store" });
    if (response.status === 401 || response.status === 403) {
      expired();
      throw new SessionExpired();
    }
    if (!response.ok) throw new Error(`No token: status ${response.status}.`);
    const token = tokenIn(await response.json());
    current = { token, until: now() + lifetimeOf(token) * (1 - MARGIN) };
    granted();
    return token;
  };

  return (isRefused) => {
    if (isRefused) current = undefined;
    if (current !== undefined && now() < current.until) return Promise.resolve(current.token);
    underway ??= request().finally(() => {
      underway = undefined;
    });
    return underway;
  };
}

function tokenIn(answer: unknown): string {
  if (typeof answer === "object" && answer !== null && "token" in answer && typeof answer.token === "string") {
    return answer.token;
  }
  throw new Error("No token: the answer has none.");
}

/** Milliseconds between what the token says of its own making and of its end: no two clocks are compared. */
function lifetimeOf(token: string): number {
  const [, payload = ""] = token.split(".");
  const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  if (typeof claims !== "object" || claims === null) return 0;
  const { iat, exp } = claims as { readonly iat?: unknown; readonly exp?: unknown };
  return typeof iat === "number" && typeof exp === "number" ? (exp - iat) * 1000 : 0;
}
