// Fastify and postgres.js: each request is one prepared statement, and the JSON that PostgreSQL writes is sent as it is.
import { database } from "./environment.ts";
import postgres from "postgres";
import { PRIORITIES } from "./schemas.ts";
import { serve } from "./server.ts";

interface Row {
  version: string;
  body: string;
}

interface Stale {
  body: null;
}

interface Page {
  items: string;
  following: string | null;
}

const FIELDS = `
  id, title, notes,
  CASE WHEN completed_at IS NULL THEN 'open' ELSE 'completed' END AS status,
  ('{${PRIORITIES.join()}}'::text[])[priority + 1] AS priority,
  CASE due_kind
    WHEN 'date' THEN json_build_object('kind', due_kind, 'date', due_at::date)
    WHEN 'floating' THEN json_build_object('kind', due_kind, 'datetime', due_at)
    WHEN 'zoned' THEN json_build_object('kind', due_kind, 'datetime', due_at, 'timezone', due_timezone)
  END AS due,
  start_date, deadline_date, duration_minutes, labels, project_id, section_id, parent_id, position, version,
  created_at, updated_at, completed_at, deleted_at`;
const DOCUMENT = `version, (SELECT row_to_json(document) FROM (SELECT ${FIELDS}) document)::text AS body`;

const LIVE = "user_id = $1 AND deleted_at IS NULL";
const OWN = "user_id = $1 AND id = $2";

// A cursor's full stop sorts before any digit, so that cursors have the order of the pairs that they are made of.
const list = (after: string) => `
  SELECT items, CASE WHEN count = $2 AND EXISTS (
    SELECT FROM task WHERE ${LIVE} AND (position, id) > (split_part(last, '.', 1), split_part(last, '.', 2)::uuid)
  ) THEN last END AS following
  FROM (
    SELECT coalesce(json_agg(task), '[]')::text AS items, count(*), max(position || '.' || id) AS last
    FROM (SELECT ${FIELDS} FROM task WHERE ${LIVE} ${after} ORDER BY position, id LIMIT $2::int) task
  ) page`;
const LIST = list("");
const LIST_AFTER = list("AND (position, id) > ($3, $4::uuid)");

const READ = `SELECT ${DOCUMENT} FROM task WHERE ${OWN}`;

// The whole part of the last task's position, which is twelve hexadecimal digits after a letter, plus one.
const CREATE = `
  INSERT INTO task (
    user_id, id, version, created_at, updated_at, project_id, depth, position, title, notes, priority, labels
  )
  SELECT user_id, uuidv7(), 1, now(), now(), inbox_id, 1,
    'l' || lpad(to_hex(coalesce(('x' || substr((
      SELECT position FROM task WHERE user_id = $1 ORDER BY position DESC, id DESC LIMIT 1
    ), 2, 12))::bit(48)::bigint, 0) + 1), 12, '0'),
    $2, $3, $4::smallint, $5::text[]
  FROM account WHERE user_id = $1
  RETURNING ${DOCUMENT}`;

// No body means that the task is there, but not in this version.
const UPDATE = `
  WITH written AS (
    UPDATE task SET title = $3, updated_at = now(), version = version + 1
    WHERE ${OWN} AND deleted_at IS NULL AND version = $4
    RETURNING ${DOCUMENT}
  )
  SELECT version, body FROM written
  UNION ALL
  SELECT version, NULL FROM task WHERE ${OWN} AND deleted_at IS NULL AND NOT EXISTS (SELECT FROM written)`;

const COMPLETE = `
  WITH written AS (
    UPDATE task SET completed_at = now(), updated_at = now(), version = version + 1
    WHERE ${OWN} AND deleted_at IS NULL AND completed_at IS NULL
    RETURNING ${DOCUMENT}
  )
  SELECT version, body FROM written
  UNION ALL
  SELECT ${DOCUMENT} FROM task WHERE ${OWN} AND deleted_at IS NULL AND NOT EXISTS (SELECT FROM written)`;

const TRASH = `
  WITH written AS (
    UPDATE task SET deleted_at = now(), updated_at = now(), version = version + 1
    WHERE ${OWN} AND deleted_at IS NULL
  )
  SELECT FROM task WHERE ${OWN}`;

const sql = postgres(database);

/** The only row that one of the statements above answers, if it does. */
async function one<Row extends object>(statement: string, ...values: (string | number | string[])[]) {
  const [row] = await sql.unsafe<Row[]>(statement, values, { prepare: true });
  return row;
}

await sql`SELECT`;
await serve({
  async list(userId, limit, after) {
    const page = after
      ? await one<Page>(LIST_AFTER, userId, limit, after.position, after.id)
      : await one<Page>(LIST, userId, limit);
    return `{"items":${page?.items},"next_cursor":${JSON.stringify(page?.following)}}`;
  },
  read: (userId, id) => one<Row>(READ, userId, id),
  create: (userId, { title, notes, priority, labels }) =>
    one<Row>(CREATE, userId, title.trim(), notes, PRIORITIES.indexOf(priority), labels),
  async update(userId, id, { title }, version) {
    const row = await one<Row | Stale>(UPDATE, userId, id, title.trim(), version);
    return row?.body === null ? "stale" : row;
  },
  complete: (userId, id) => one<Row>(COMPLETE, userId, id),
  trash: async (userId, id) => (await one(TRASH, userId, id)) !== undefined,
});
