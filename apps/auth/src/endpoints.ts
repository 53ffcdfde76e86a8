/** Of Better Auth's endpoints those that are used; what is not here does not exist. */
export interface Endpoint {
  readonly method: "GET" | "POST";
  /** How often one address may ask: as often as it likes, 300 times a minute, or as it may try a password, in a minute or an hour. */
  readonly limit: "none" | "usual" | "attempts" | "letters";
  /** Whether it is there only where letters can be sent. */
  readonly needsMail?: true;
  /** How long an answer takes at least, so that its time does not tell what was found. */
  readonly leastMs?: number;
}

export const endpoints: Readonly<Record<string, Endpoint>> = {
  "/change-password": { method: "POST", limit: "attempts" },
  "/delete-user": { method: "POST", limit: "attempts" },
  "/get-session": { method: "GET", limit: "usual" },
  "/jwks": { method: "GET", limit: "none" },
  "/offers": { method: "GET", limit: "usual" },
  "/ok": { method: "GET", limit: "none" },
  "/request-password-reset": { method: "POST", limit: "letters", needsMail: true, leastMs: 250 },
  "/reset-password": { method: "POST", limit: "attempts", needsMail: true },
  "/revoke-other-sessions": { method: "POST", limit: "usual" },
  "/sign-in/email": { method: "POST", limit: "attempts" },
  "/sign-out": { method: "POST", limit: "usual" },
  "/sign-up/email": { method: "POST", limit: "attempts" },
  "/token": { method: "GET", limit: "usual" },
  "/update-user": { method: "POST", limit: "usual" },
};

/** What is at a path below Better Auth's, if there is something. */
export function endpointAt(path: string, hasMail: boolean): Endpoint | undefined {
  const endpoint = Object.hasOwn(endpoints, path) ? endpoints[path] : undefined;
  return endpoint?.needsMail && !hasMail ? undefined : endpoint;
}
