import type pg from "pg";
import { SCHEMA } from "./database.ts";

const TABLE = `${SCHEMA}."rateLimit"`;

/** How much is allowed: so many requests in so many seconds. */
export interface Rule {
  readonly window: number;
  readonly max: number;
}

/**
 * Better Auth's counts, in its own table but in one statement a request: all processes count together, a restart
 * forgives nobody, and a window ends when it ends. (Its own storage begins the window again with each request, so that
 * an office that never pauses would once be locked out.)
 */
export class Attempts {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async consume(key: string, { window, max }: Rule): Promise<{ allowed: boolean; retryAfter: number | null }> {
    const now = Date.now();
    const over = `counted."lastRequest" <= $2::bigint - $3::bigint`;
    const { rows } = await this.#pool.query<{ count: number; since: string }>(
      `INSERT INTO ${TABLE} AS counted (id, key, count, "lastRequest") VALUES ($1, $1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN ${over} THEN 1 ELSE least(counted.count + 1, 1000000000) END,
         "lastRequest" = CASE WHEN ${over} THEN excluded."lastRequest" ELSE counted."lastRequest" END
       RETURNING count, "lastRequest" AS since`,
      [key, now, window * 1000],
    );
    const [row] = rows;
    if (row && row.count > max) {
      return { allowed: false, retryAfter: Math.max(1, Math.ceil((Number(row.since) - now) / 1000 + window)) };
    }
    return { allowed: true, retryAfter: null };
  }
}
