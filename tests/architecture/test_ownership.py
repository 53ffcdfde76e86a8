"""Nobody reaches anybody else's rows: proved for every statement by the plan that PostgreSQL makes for it."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from sqlalchemy import UniqueConstraint

from architecture.plans import plan_of, unbound
from architecture.statements import every_statement
from todo_api.database_url import DatabaseTarget
from todo_domain import METADATA

pytestmark = pytest.mark.direct("PostgreSQL itself is asked for plans")

COLUMNS = {table.name: [column.name for column in table.columns] for table in METADATA.sorted_tables}


@pytest.fixture(scope="module")
async def connection(template: DatabaseTarget) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(**template.connect_arguments())
    yield connection
    await connection.close()


async def test_every_statement_is_bound_to_its_user(connection: asyncpg.Connection) -> None:
    for statement in every_statement():
        assert await violations(connection, statement.sql, statement.parameters) == [], statement.sql


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM task WHERE id = $2 AND $1::text IS NOT NULL",
        "SELECT * FROM task WHERE user_id = $1 OR id = $2",
        "SELECT * FROM project JOIN task USING (user_id) WHERE project.user_id > $1 AND task.id = $2",
        "UPDATE task SET title = 'x' WHERE id = $2 AND $1::text IS NOT NULL",
        "DELETE FROM label WHERE id = $2 AND $1::text IS NOT NULL",
        "INSERT INTO change SELECT 'bob', 1, $1, $2, 'x', now()",
        "WITH mine AS (SELECT FROM task WHERE user_id = $1) SELECT (SELECT id FROM label WHERE id = $2) FROM mine",
    ],
)
async def test_a_statement_that_is_not_would_be_found(connection: asyncpg.Connection, sql: str) -> None:
    assert await violations(connection, sql, ["user_id", "id"])


async def violations(connection: asyncpg.Connection, sql: str, parameters: list[str]) -> list[str]:
    plan = await plan_of(connection, sql, len(parameters))
    return unbound(plan, COLUMNS, f"${parameters.index('user_id') + 1}")


def test_every_key_starts_with_the_user() -> None:
    for table in METADATA.sorted_tables:
        assert next(iter(table.primary_key.columns)).name == "user_id", table
        for constraint in table.foreign_key_constraints:
            assert constraint.column_keys[0] == "user_id", constraint.name
            assert constraint.elements[0].column.name == "user_id", constraint.name
        for index in table.indexes:
            assert index.columns[0].name == "user_id", index.name
        for unique in (constraint for constraint in table.constraints if isinstance(constraint, UniqueConstraint)):
            assert next(iter(unique.columns)).name == "user_id", unique.name
