"""Tasks by the million: made by PostgreSQL itself, as the API would have left them."""

from collections.abc import Mapping
from typing import Any

from todo_bench.progress import Advance

ROWS_AT_ONCE = 20_000
BYTES_A_TASK = 1800
"""On the disk, with its change in the log, the indexes of both and its share of what PostgreSQL writes ahead: 1,300
were measured."""
RARE_WORD = "plumber"
"""In the title of one task in fifty."""
ABSENT_WORD = "submarine"
"""In no task at all."""

_ACCOUNTS = """
WITH made AS (
    INSERT INTO account (user_id, version, timezone, inbox_id, created_at, updated_at)
    SELECT user_id, tasks + 1, 'UTC', uuidv7(), now(), now() FROM unnest($1::text[], $2::int[]) AS owner(user_id, tasks)
    RETURNING *
)
INSERT INTO project (user_id, id, version, created_at, updated_at, name, archived, is_inbox, position)
SELECT user_id, inbox_id, 1, now(), now(), 'Inbox', false, true, 'l000000000000' FROM made
"""

# Everybody's first tasks come before anybody's second ones, as if all had been at work at the same time: a user's rows
# lie among those of everybody else, each on a page of its own once there are many.
_TASKS = """
WITH made AS (
    INSERT INTO task (user_id, id, version, created_at, updated_at, project_id, depth, position, title, notes, priority,
                      labels, due_kind, due_at, completed_at)
    SELECT user_id, uuidv7(), n + 1, now() - (tasks - n) * interval '1 min', now(), inbox_id, 1,
           'l' || lpad(to_hex(n + 1), 12, '0'),
           CASE WHEN n % 50 = 0 THEN 'Call the plumber' ELSE 'Water the tomatoes' END || ' ' || n,
           CASE WHEN n % 3 = 0 THEN 'Twice a week, in the evening, and not on the leaves' ELSE '' END, n % 5,
           CASE WHEN n % 10 = 0 THEN ARRAY['errand', 'home'] ELSE '{}' END,
           CASE WHEN n % 4 = 0 THEN 'date' END,
           CASE WHEN n % 4 = 0 THEN timestamp '2026-01-01' + n % 365 * interval '1 day' END,
           CASE WHEN n % 7 = 0 THEN now() END
    FROM unnest($1::text[], $2::int[]) AS owner(user_id, tasks) JOIN account USING (user_id),
         generate_series(tasks::bigint * ($3 - 1) / $4 + 1, tasks::bigint * $3 / $4) AS n
    ORDER BY n::float8 / tasks, user_id
    RETURNING *
)
INSERT INTO change (user_id, version, entity, entity_id, op, at, after)
SELECT user_id, version, 'task', id, 'created', created_at, '{}' FROM made
"""


def parts_of(tasks: int) -> int:
    """In how many statements so many tasks are made."""
    return -(-tasks // ROWS_AT_ONCE)


async def fill(connection: Any, owners: Mapping[str, int], advance: Advance) -> None:
    """Make these users, each with so many tasks; `advance` is called for each of the parts."""
    names, tasks = list(owners), list(owners.values())
    parts = parts_of(sum(tasks))
    await connection.execute(_ACCOUNTS, names, tasks)
    for part in range(1, parts + 1):
        await connection.execute(_TASKS, names, tasks, part, parts)
        advance()


async def settle(connection: Any) -> None:
    """What autovacuum does in its own time: statistics, and which pages everybody can see all of."""
    await connection.execute("VACUUM (ANALYZE) account, project, task, change")
