import type pg from "pg";
import type { Attempts, Rule } from "./attempts.ts";
import { SCHEMA } from "./database.ts";
import { resetLetter } from "./letters.ts";
import type { Post } from "./post.ts";

const HOUR = 60 * 60;
/** Nobody's mailbox is filled by strangers who know the address, however many they are. */
const LETTERS: Rule = { window: HOUR, max: 3 };

/**
 * How a forgotten password is replaced: by a link in a letter, good once and for an hour, which ends every session and all
 * other links. It is made from the public origin alone, and what is secret in it stands behind the #, which browsers
 * send to no server: neither to ours, whose proxy may log addresses, nor to another one as the referrer.
 */
export function passwordReset(post: Post, origin: string, pool: pg.Pool, attempts: Attempts) {
  return {
    resetPasswordTokenExpiresIn: HOUR,
    revokeSessionsOnPasswordReset: true,
    sendResetPassword: async ({ user, token }: { user: { id: string; email: string }; token: string }, request?: Request) => {
      post.send(async () => {
        const { allowed } = await attempts.consume(`letters|${user.id}`, LETTERS);
        const link = `${origin}/reset-password#${new URLSearchParams({ email: user.email, token })}`;
        return allowed ? resetLetter(user.email, link, request?.headers.get("accept-language")) : undefined;
      });
    },
    onPasswordReset: async ({ user }: { user: { id: string } }) => {
      await pool.query(`DELETE FROM ${SCHEMA}.verification WHERE value = $1`, [user.id]);
    },
  };
}
