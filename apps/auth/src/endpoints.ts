/** Of Better Auth's endpoints those that are used; what is not here does not exist. */
interface Endpoint {
  readonly method: "GET" | "POST";
  /** How often one address may ask in a minute: as often as it likes, 300 times, or as it may try a password. */
  readonly limit: "none" | "usual" | "attempts";
}

export const endpoints: Readonly<Record<string, Endpoint>> = {
  "/change-password": { method: "POST", limit: "attempts" },
  "/delete-user": { method: "POST", limit: "attempts" },
  "/get-session": { method: "GET", limit: "usual" },
  "/jwks": { method: "GET", limit: "none" },
  "/ok": { method: "GET", limit: "none" },
  "/revoke-other-sessions": { method: "POST", limit: "usual" },
  "/sign-in/email": { method: "POST", limit: "attempts" },
  "/sign-out": { method: "POST", limit: "usual" },
  "/sign-up/email": { method: "POST", limit: "attempts" },
  "/token": { method: "GET", limit: "usual" },
  "/update-user": { method: "POST", limit: "usual" },
};
