"""How many rows of a table a statement reads, by PostgreSQL's own count."""

from collections.abc import Mapping
from typing import Any

import asyncpg

from todo_api.sql.statement import Statement

_READ_SO_FAR = """
SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::int
FROM pg_stat_xact_user_tables WHERE relname ~ ('^(' || $1 || ')(_p[0-9]+)?$')
"""


async def task_rows_read(
    connection: asyncpg.Connection, statement: Statement, values: Mapping[str, Any]
) -> tuple[int, asyncpg.Record]:
    return await rows_read(connection, statement, values, "task")


async def rows_read(
    connection: asyncpg.Connection, statement: Statement, values: Mapping[str, Any], tables: str
) -> tuple[int, asyncpg.Record]:
    """The number of rows looked at in these tables (a|b), kept or not, and what the statement answered."""
    async with connection.transaction():
        before = await connection.fetchval(_READ_SO_FAR, tables)
        row = await connection.fetchrow(statement.sql, *statement.arguments(values))
        after = await connection.fetchval(_READ_SO_FAR, tables)
    assert row is not None
    return after - before, row
