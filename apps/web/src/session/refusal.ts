import type { Messages } from "../i18n/en.ts";

/** What Better Auth's client has when it was refused. */
export interface Refused {
  readonly status: number;
  readonly code?: string | undefined;
}

export function wordsFor({ status, code }: Refused, t: Messages): string {
  if (status === 429) return t.tooManyTries;
  if (status === 0 || status >= 500) return t.authUnreachable;
  if (code?.startsWith("USER_ALREADY_EXISTS")) return t.emailTaken;
  if (code === "INVALID_PASSWORD") return t.wrongPassword;
  return status === 401 ? t.wrongCredentials : t.authRefused;
}
