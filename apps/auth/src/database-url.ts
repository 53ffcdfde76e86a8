import { existsSync } from "node:fs";
import { isThisMachine } from "./addresses.ts";

const PARAMETERS = new Set(["application_name", "channel_binding", "host", "pgbouncer", "sslmode", "sslrootcert", "target_session_attrs"]);
const SSL_MODES = new Set(["disable", "require", "verify-ca", "verify-full"]);

/** Where the database is and how to speak to it. */
export interface DatabaseTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | undefined;
  readonly database: string;
  /** Whether TLS is spoken; the certificate is then verified in every mode. */
  readonly tls: boolean;
  /** A file of authorities, instead of those that Node knows. */
  readonly authorities: string | undefined;
  /** Whether a transaction pooler stands between, on which no lock can be held. */
  readonly pooled: boolean;
}

/** The URL cannot be used; the message is a sentence that never contains the password. */
export class InvalidDatabaseUrl extends Error {}

/** Read what the API reads from the same variable, as PostgreSQL's and Neon's consoles print it; but of one host. */
export function parseDatabaseUrl(text: string): DatabaseTarget {
  if (!/^postgres(ql)?:\/\//.test(text)) throw new InvalidDatabaseUrl("it has to begin with postgresql://");
  const url = parsed(text);
  const parameters = parametersOf(url);
  const named = url.hostname === NOWHERE ? undefined : decodeURIComponent(url.hostname).replace(/^\[(.+)\]$/, "$1");
  const host = named ?? parameters.get("host");
  if (!host || (named && parameters.has("host"))) throw new InvalidDatabaseUrl("it has to name its host once");
  if (host.includes(",")) throw new InvalidDatabaseUrl("it names several hosts, of which Better Auth's driver takes one");
  const user = decodeURIComponent(url.username);
  if (!user) throw new InvalidDatabaseUrl("it does not name a user");
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!database) throw new InvalidDatabaseUrl("it does not name a database");
  const sslmode = parameters.get("sslmode") ?? (isThisMachine(host) ? "disable" : "require");
  if (!SSL_MODES.has(sslmode)) throw new InvalidDatabaseUrl(`sslmode has to be one of ${[...SSL_MODES].join(", ")}`);
  return {
    host,
    port: Number(url.port || 5432),
    user,
    password: decodeURIComponent(url.password) || undefined,
    database,
    tls: sslmode !== "disable",
    authorities: authoritiesOf(parameters.get("sslrootcert") ?? "system"),
    pooled: isPooled(parameters.get("pgbouncer") ?? "false") || host.includes("-pooler."),
  };
}

/** The same database without Neon's pooler before it. */
export function direct(target: DatabaseTarget): DatabaseTarget {
  const host = target.host.replace("-pooler.", ".");
  return host === target.host ? target : { ...target, host, pooled: false };
}

const NOWHERE = "host.is.a.parameter.invalid";

function parsed(text: string): URL {
  // PostgreSQL's URLs may leave out the host, a URL may not.
  const whole = text.replace(/^(postgres(?:ql)?:\/\/(?:[^/@?#]*@)?)(?=[/?]|$)/, `$1${NOWHERE}`);
  if (!URL.canParse(whole)) throw new InvalidDatabaseUrl("it is not a URL");
  const url = new URL(whole);
  if (url.hash || `${url.pathname}${url.search}`.includes("@")) {
    // No further sentence may be built from such a URL: what follows may be a part of the password.
    throw new InvalidDatabaseUrl("it has one of the characters #, /, ? and @ where it has to be percent-encoded");
  }
  try {
    [url.username, url.password, url.pathname, url.hostname].map(decodeURIComponent);
  } catch {
    throw new InvalidDatabaseUrl("it has a % that encodes nothing");
  }
  return url;
}

function parametersOf(url: URL): Map<string, string> {
  const parameters = new Map(url.searchParams);
  const known = `allowed are ${[...PARAMETERS].join(", ")}`;
  for (const name of parameters.keys()) {
    if (!PARAMETERS.has(name)) throw new InvalidDatabaseUrl(`the parameter ${JSON.stringify(name)} is not known; ${known}`);
  }
  if (parameters.size !== url.searchParams.size) throw new InvalidDatabaseUrl(`a parameter is given twice; ${known}`);
  return parameters;
}

function isPooled(text: string): boolean {
  if (text !== "true" && text !== "false") throw new InvalidDatabaseUrl("pgbouncer has to be one of true, false");
  return text === "true";
}

function authoritiesOf(file: string): string | undefined {
  if (file === "system") return undefined;
  if (!existsSync(file)) throw new InvalidDatabaseUrl("sslrootcert has to be system or a file that exists");
  return file;
}
