// Serve Better Auth until SIGTERM or Ctrl-C; with --until-stdin-ends, also until whoever started this is gone.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { getMigrations } from "better-auth/db/migration";
import { authOf } from "./auth.ts";
import { poolOf } from "./database.ts";
import { keepHouse } from "./housekeeping.ts";
import { retireForeignKeys } from "./keys.ts";
import { Post } from "./post.ts";
import { CannotGoOn, run } from "./refusal.ts";
import { serverOf } from "./server.ts";
import { settingsOf } from "./settings.ts";

const GRACE_MS = 10_000;

await run(async () => {
  const settings = settingsOf(process.env);
  const pool = poolOf(settings.database);
  const post = settings.mail && new Post(settings.mail);
  const auth = authOf(settings, pool, post);
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
  if (toBeCreated.length + toBeAdded.length > 0) {
    throw new CannotGoOn("The database lacks tables of Better Auth's, or columns: run `npm run migrate` first.");
  }
  await retireForeignKeys(pool, settings.secret);
  const stopHousekeeping = keepHouse(pool);
  const server = serverOf(auth, settings);
  function stop(): void {
    server.close(() => void stopHousekeeping().then(() => pool.end()));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  }
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  if (process.argv.includes("--until-stdin-ends")) process.stdin.resume().once("end", stop).once("error", stop);
  server.listen(settings.port, settings.host);
  await once(server, "listening");
  const { address, family, port } = server.address() as AddressInfo;
  process.stdout.write(`Better Auth answers on http://${family === "IPv6" ? `[${address}]` : address}:${port}\n`);
});
