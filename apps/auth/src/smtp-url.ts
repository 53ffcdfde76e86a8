import { isThisMachine } from "./addresses.ts";

/** Where letters are handed in. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** TLS by STARTTLS, or nothing is sent. */
  readonly requireTLS: boolean;
  /** No TLS, as on this machine nobody reads along. */
  readonly ignoreTLS: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

/** The URL cannot be used; the message is a sentence that never contains the password. */
export class InvalidSmtpUrl extends Error {}

/** Read smtp://user:password@host:587 or smtps://user:password@host:465; user and password may be left out together. */
export function parseSmtpUrl(text: string): SmtpServer {
  if (!/^smtps?:\/\//.test(text)) throw new InvalidSmtpUrl("it has to begin with smtp:// or smtps://");
  if (!URL.canParse(text)) throw new InvalidSmtpUrl("it is not a URL");
  const url = new URL(text);
  if (url.search || url.hash || !/^\/?$/.test(url.pathname)) {
    throw new InvalidSmtpUrl("it has something after the host, or one of the characters #, /, ? and @ unencoded");
  }
  const [user = "", pass = "", host = ""] = decoded(url.username, url.password, url.hostname);
  if (!host) throw new InvalidSmtpUrl("it does not name a host");
  if (!user !== !pass) throw new InvalidSmtpUrl("it has a user without a password, or a password without a user");
  const secure = url.protocol === "smtps:";
  const here = isThisMachine(host);
  return {
    host: host.replace(/^\[(.+)\]$/, "$1"),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    auth: user ? { user, pass } : undefined,
  };
}

function decoded(...parts: string[]): string[] {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    throw new InvalidSmtpUrl("it has a % that encodes nothing");
  }
}
