import { readFileSync } from "node:fs";
import { PostgresDialect } from "kysely";
import pg from "pg";
import type { DatabaseTarget } from "./database-url.ts";
import { logFailure } from "./log.ts";

/** Everything of this server's is in this schema, and nothing of the API's. */
export const SCHEMA = "auth";

/** Connections to a database; nothing is prepared or set on one, so that a transaction pooler may stand between. */
export function poolOf(target: DatabaseTarget, size = 10): pg.Pool {
  const { host, port, user, password, database, tls, authorities } = target;
  const pool = new pg.Pool({
    host,
    port,
    user,
    ...(password === undefined ? {} : { password }),
    database,
    ssl: tls && { rejectUnauthorized: true, ...(authorities === undefined ? {} : { ca: readFileSync(authorities) }) },
    application_name: "todo-auth",
    max: size,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 240_000,
    query_timeout: 5_000,
    keepAlive: true,
  });
  pool.on("error", (error) => logFailure("an idle connection to the database", error)); // unheard, it ends the process
  return pool;
}

/** The database as Better Auth takes it. Its statements name the schema, so that no `search_path` has to be set. */
export function databaseOf(pool: pg.Pool) {
  return { dialect: new PostgresDialect({ pool }), type: "postgres", schemaName: SCHEMA, transaction: true } as const;
}

/** Whether the database was away or too busy, of which the next try knows nothing: Node's errors, SQLSTATE or pg's own. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(08|53|57P|25006|E[A-Z]+$)/.test(code) ||
    /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Cannot use a pool after)/.test(error.message)
  );
}
