import type pg from "pg";
import { GRACE_SECONDS } from "./auth.ts";
import { SCHEMA } from "./database.ts";
import { logFailure } from "./log.ts";

const INTERVAL_MS = 60 * 60 * 1000;

/** What nobody needs any more: counts of an hour ago, sessions and links that have expired, keys that are no longer published. */
const STATEMENTS = [
  `DELETE FROM ${SCHEMA}."rateLimit" WHERE "lastRequest" < extract(epoch FROM now()) * 1000 - 3600000`,
  `DELETE FROM ${SCHEMA}.session WHERE "expiresAt" < now()`,
  `DELETE FROM ${SCHEMA}.verification WHERE "expiresAt" < now()`,
  `DELETE FROM ${SCHEMA}.jwks WHERE "expiresAt" < now() - interval '${GRACE_SECONDS} seconds'`,
];

/** Tidy up now and then, until what is returned is called and has come back; what fails is tried again the next time. */
export function keepHouse(pool: pg.Pool): () => Promise<void> {
  let stopped = false;
  async function tidy(): Promise<void> {
    for (const statement of STATEMENTS) if (!stopped) await pool.query(statement);
  }
  let tidying = Promise.resolve();
  function tidyUp(): void {
    tidying = tidy().catch((error: unknown) => logFailure("housekeeping", error));
  }
  tidyUp();
  const timer = setInterval(tidyUp, INTERVAL_MS).unref();
  return () => {
    stopped = true;
    clearInterval(timer);
    return tidying;
  };
}
