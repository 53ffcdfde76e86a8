import { APIError } from "better-auth/api";
import type pg from "pg";
import { SCHEMA } from "./database.ts";

const TIMEOUT_MS = 10_000;

/**
 * Delete both sides of an account: what the API has of it, then what is here, in one statement with all that refers to
 * it. Either side may be gone already; until both are, the user can sign in and ask again.
 */
export async function deleteBothSides(pool: pg.Pool, apiUrl: string, userId: string, token: string): Promise<void> {
  const answer = await askTheApi(apiUrl, token);
  if (answer !== 204) {
    throw new APIError("SERVICE_UNAVAILABLE", {
      code: "TASKS_NOT_DELETED",
      message: "Your tasks cannot be deleted at the moment, so nothing was deleted. Ask again in a little while.",
      ...(answer === undefined ? {} : { status: answer }),
    });
  }
  await pool.query(`DELETE FROM ${SCHEMA}."user" WHERE id = $1`, [userId]);
}

/** The status of its answer, undefined if there was none. */
async function askTheApi(apiUrl: string, token: string): Promise<number | undefined> {
  try {
    const answer = await fetch(`${apiUrl}/v1/account`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${token}`, "client-name": "todo-auth" },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return undefined;
  }
}
