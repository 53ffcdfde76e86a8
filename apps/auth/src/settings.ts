import type { BlockList } from "node:net";
import { isThisMachine, networks } from "./addresses.ts";
import { type DatabaseTarget, InvalidDatabaseUrl, parseDatabaseUrl } from "./database-url.ts";
import type { MailSettings } from "./post.ts";
import { InvalidSmtpUrl, parseSmtpUrl } from "./smtp-url.ts";

const SECRET_BYTES = 32;
const KNOWN = [
  "AUTH_AUDIENCE",
  "AUTH_HOST",
  "AUTH_ISSUER",
  "AUTH_MAIL_FROM",
  "AUTH_PORT",
  "AUTH_RATE_LIMIT",
  "AUTH_SMTP_URL",
  "BETTER_AUTH_SECRET",
  "BETTER_AUTH_TRUSTED_ORIGINS",
];
/** The API's, which an environment for both may hold. */
const FOREIGN = ["AUTH_JWKS_URL", "BETTER_AUTH_TELEMETRY", "BETTER_AUTH_URL"];

/** What the server is told from outside: read once, checked, frozen. */
export interface Settings {
  readonly database: DatabaseTarget;
  readonly secret: string;
  /** The one public origin of the web app, of the API and of this server; its tokens name it as `iss`. */
  readonly issuer: string;
  /** The API, which its tokens name as `aud`. */
  readonly audience: string;
  /** Where the API answers this server. */
  readonly apiUrl: string;
  /** Other origins whose pages may sign people in. */
  readonly trustedOrigins: readonly string[];
  /** Which peers are believed when they say for whom they speak. */
  readonly proxies: BlockList;
  /** How often one address may try to sign in, and to sign up, in a minute; undefined is no limit. */
  readonly attempts: number | undefined;
  /** How letters are sent; undefined is not at all, and a forgotten password stays forgotten. */
  readonly mail: MailSettings | undefined;
  readonly host: string;
  readonly port: number;
}

/** The settings cannot be used; each sentence names a variable, what is wrong with it and what is allowed. */
export class InvalidSettings extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** All that can be said against the environment is said at once. */
export function settingsOf(environment: Environment): Settings {
  const sentences: string[] = [];
  for (const name of Object.keys(environment).sort()) {
    if (/^(BETTER_)?AUTH_/.test(name) && ![...KNOWN, ...FOREIGN].includes(name)) {
      sentences.push(`${name} is not a setting; there are ${KNOWN.join(", ")}`);
    }
  }
  function read<T>(name: string, fallback: string | undefined, parse: (text: string) => T): T {
    const text = environment[name] ?? fallback;
    try {
      if (text === undefined) throw new Wrong("has to be set");
      return parse(text);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      sentences.push(`${name} ${error.message}`);
      return undefined as T; // it is never used: the sentence is thrown below
    }
  }
  const issuer = read("AUTH_ISSUER", undefined, origin);
  const server = read("AUTH_SMTP_URL", "", (text) => smtp(text, issuer));
  const from = typeof server === "object" ? read("AUTH_MAIL_FROM", undefined, sender) : "";
  const settings = {
    database: read("DATABASE_URL", undefined, database),
    secret: read("BETTER_AUTH_SECRET", undefined, secret),
    issuer,
    audience: read("AUTH_AUDIENCE", undefined, (text) => text || wrong("must not be empty")),
    apiUrl: read("TODO_API_URL", issuer ?? "http://localhost", origin),
    trustedOrigins: read("BETTER_AUTH_TRUSTED_ORIGINS", "", (text) => listed(text).map(origin)),
    proxies: read("FORWARDED_ALLOW_IPS", "127.0.0.1,::1", proxies),
    attempts: read("AUTH_RATE_LIMIT", "10", (text) => (text === "off" ? undefined : whole(text, 1, 1e9, " or off"))),
    mail: server && { server, from },
    host: read("AUTH_HOST", "127.0.0.1", (text) => text || wrong("has to be an address of this machine")),
    port: read("AUTH_PORT", "3000", (text) => whole(text, 0, 65535)),
  };
  if (sentences.length > 0) throw new InvalidSettings(sentences.join("\n"));
  return Object.freeze(settings);
}

class Wrong extends Error {}

function wrong(what: string): never {
  throw new Wrong(what);
}

function database(text: string): DatabaseTarget {
  try {
    return parseDatabaseUrl(text);
  } catch (error) {
    if (error instanceof InvalidDatabaseUrl) wrong(`cannot be used: ${error.message}`);
    throw error;
  }
}

/** `log:` is for whoever tries this out: links that change passwords are for no log that others read. */
function smtp(text: string, issuer: string | undefined): MailSettings["server"] | undefined {
  if (text === "") return undefined;
  if (text === "log:" && issuer?.startsWith("https:")) wrong("may be log: only on this machine, where AUTH_ISSUER is http://");
  if (text === "log:") return "log";
  try {
    return parseSmtpUrl(text);
  } catch (error) {
    if (error instanceof InvalidSmtpUrl) wrong(`cannot be used: ${error.message}`);
    throw error;
  }
}

function sender(text: string): string {
  const address = /^(?:[^<>@,"\r\n]+ <[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/;
  return address.test(text) ? text : wrong("has to be an address such as Todo <todo@todo.example>");
}

function secret(text: string): string {
  if (/-----BEGIN|^ssh-|^\s*\{/.test(text)) wrong("is a key in PEM, SSH or JWK form; it has to be random bytes");
  if (Buffer.byteLength(text) < SECRET_BYTES) wrong(`is too short; it takes at least ${SECRET_BYTES} bytes`);
  return text;
}

/** An origin as browsers write it; plain HTTP is for this machine, since who reads along would have the password. */
function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && isThisMachine(url.hostname));
  if (!url || !safe || url.origin !== text || text.includes("*")) {
    wrong("has to be an origin such as https://todo.example, without a slash at its end, or http:// on this machine");
  }
  return text;
}

function proxies(text: string): BlockList {
  try {
    return networks(listed(text));
  } catch (error) {
    if (error instanceof RangeError) wrong(`has to name each proxy, as 10.0.0.1 or 10.0.0.0/8: ${error.message}`);
    throw error;
  }
}

function whole(text: string, least: number, most: number, otherwise = ""): number {
  const number = /^[0-9]{1,10}$/.test(text) ? Number(text) : NaN;
  if (!(least <= number && number <= most)) wrong(`has to be a whole number from ${least} to ${most}${otherwise}`);
  return number;
}

function listed(text: string): string[] {
  return text === "" ? [] : text.split(",").map((each) => each.trim());
}
