// Create Better Auth's tables or bring them up to date: `npm run migrate`, any number of times.
import { getMigrations } from "better-auth/db/migration";
import { authOf } from "./auth.ts";
import { direct } from "./database-url.ts";
import { poolOf, SCHEMA } from "./database.ts";
import { CannotGoOn, run } from "./refusal.ts";
import { settingsOf } from "./settings.ts";

const LOCK = 0x746f_646f; // only one process migrates at a time

await run(async () => {
  const settings = settingsOf(process.env);
  const target = direct(settings.database);
  if (target.pooled) throw new CannotGoOn("DATABASE_URL leads to a pooler (pgbouncer=true): migrate over the direct host.");
  const [pool, lock] = [poolOf(target, 1), poolOf(target, 1)];
  const holder = await lock.connect();
  await holder.query({ text: "SELECT pg_advisory_lock($1)", values: [LOCK] });
  const { toBeCreated, toBeAdded, toBeAddedIndexes, runMigrations } = await getMigrations(authOf(settings, pool).options);
  await runMigrations();
  const tables = [...new Set([...toBeCreated, ...toBeAdded, ...toBeAddedIndexes].map(({ table }) => table))].sort();
  const done = tables.length > 0 ? `brought up to date: ${tables.join(", ")}` : "up to date";
  process.stdout.write(`The tables of the schema ${SCHEMA} are ${done}.\n`);
  holder.release(true);
  await Promise.all([pool.end(), lock.end()]);
});
