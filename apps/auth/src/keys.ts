import { symmetricDecrypt } from "better-auth/crypto";
import type pg from "pg";
import { SCHEMA } from "./database.ts";

/**
 * Retire the keys that another secret has encrypted, which could sign no more: the next token makes a new one. What they
 * have signed is verified until their grace is over. Without this, each token would fail until they expire.
 */
export async function retireForeignKeys(pool: pg.Pool, secret: string): Promise<void> {
  const live = `"expiresAt" IS NULL OR "expiresAt" > now()`;
  const { rows } = await pool.query<{ id: string; key: string }>(
    `SELECT id, "privateKey" AS key FROM ${SCHEMA}.jwks WHERE ${live}`,
  );
  for (const { id, key } of rows) {
    if (!(await canBeRead(key, secret))) {
      await pool.query(`UPDATE ${SCHEMA}.jwks SET "expiresAt" = now() WHERE id = $1`, [id]);
    }
  }
}

async function canBeRead(key: string, secret: string): Promise<boolean> {
  try {
    const data: unknown = JSON.parse(key);
    return typeof data === "string" && Boolean(await symmetricDecrypt({ key: secret, data }));
  } catch {
    return false;
  }
}
