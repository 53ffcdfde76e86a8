"""What a statement reads is looked up: no plan goes through a table, or an index, from end to end."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from architecture.plans import nodes, plan_for, plan_of, unindexed
from architecture.statements import every_statement, makers
from cluster import Cluster
from todo_api.database_url import DatabaseTarget
from todo_api.sql.versions import VERSIONS
from todo_bench.filling import fill, settle
from todo_domain import METADATA

pytestmark = pytest.mark.direct("PostgreSQL itself is asked for plans")

TABLES = {table.name for table in METADATA.sorted_tables}
USERS, TASKS, OTHERS = 1000, 30, 10
"""So many that reading all of them to find one user's would be the dearest way by far."""
SOMEBODY = "user-7"

_FURNISHED = (
    """INSERT INTO project (user_id, id, version, created_at, updated_at, name, archived, is_inbox, position)
       SELECT user_id, uuidv7(), n, now(), now(), 'Garden', n = 3, false, 'm' || n
       FROM account, generate_series(1, $1::int) AS n""",
    """INSERT INTO section (user_id, id, version, created_at, updated_at, project_id, name, position)
       SELECT user_id, uuidv7(), n, now(), now(), inbox_id, 'Beds', 'm' || n
       FROM account, generate_series(1, $1::int) AS n""",
    """INSERT INTO label (user_id, id, version, created_at, updated_at, name, key, position)
       SELECT user_id, uuidv7(), n, now(), now(), 'label ' || n, 'label ' || n, 'm' || n
       FROM account, generate_series(1, $1::int) AS n""",
    """INSERT INTO answer (user_id, key, request_hash, at, body, facts)
       SELECT user_id, 'key ' || n, '', now(), '', '{}' FROM account, generate_series(1, $1::int) AS n""",
    """UPDATE task SET section_id = section.id FROM section
       WHERE section.user_id = task.user_id AND section.version = task.version AND section.version < $1::int""",
    """UPDATE task SET parent_id = parent.id, depth = 2 FROM task AS parent
       WHERE parent.user_id = task.user_id AND parent.version = 2 AND task.version BETWEEN $1::int AND 2 * $1::int""",
    "UPDATE task SET deleted_at = now() WHERE version = $1::int",
)


@pytest.fixture(scope="module")
async def connection(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[asyncpg.Connection]:
    """To a database in which many users have something of everything."""
    target = await cluster.create_database(template=template)
    connection = await asyncpg.connect(**target.connect_arguments())
    await fill(connection, {f"user-{number}": TASKS for number in range(USERS)}, lambda: None)
    for sql in _FURNISHED:
        await connection.execute(sql, OTHERS)
    await settle(connection)
    yield connection
    await connection.close()
    await cluster.drop_database(target)


async def test_every_statement_looks_up_what_it_reads(connection: asyncpg.Connection) -> None:
    for statement in every_statement():
        assert await unindexed_in_any_plan(connection, statement.sql, statement.parameters) == [], statement.sql


async def test_so_does_the_one_about_many_users(connection: asyncpg.Connection) -> None:
    plan = await plan_of(connection, VERSIONS, 1)
    assert [node["Node Type"] for node in nodes(plan) if "Relation Name" in node] == ["Bitmap Heap Scan"]


def test_no_maker_of_statements_is_forgotten() -> None:
    every_statement()
    assert len(makers()) >= 8
    assert [name for name, maker in makers().items() if maker.cache_info().currsize == 0] == []


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM task WHERE id = $2 AND $1::text IS NOT NULL",
        "SELECT * FROM task WHERE user_id || '' = $1 AND id = $2",
        "SELECT count(*) FROM task WHERE user_id > $1 OR id = $2",
        "SELECT * FROM task WHERE user_id = $1 OR id = $2",
        "SELECT * FROM answer WHERE user_id >= $1 ORDER BY user_id, key LIMIT 50",
        "WITH mine AS (SELECT id FROM task WHERE user_id = $1) SELECT * FROM change JOIN mine ON entity_id = mine.id",
        "DELETE FROM label WHERE name = $1",
    ],
)
async def test_a_statement_that_does_not_would_be_found(connection: asyncpg.Connection, sql: str) -> None:
    parameters = ["user_id", "id"][: 1 + ("$2" in sql)]
    assert await unindexed_in_any_plan(connection, sql, parameters)


async def unindexed_in_any_plan(connection: asyncpg.Connection, sql: str, parameters: list[str]) -> list[str]:
    """By the plan for any arguments, and by the one for a user's."""
    for_any = await plan_of(connection, sql, len(parameters))
    for_one = await plan_for(connection, sql, parameters, SOMEBODY)
    return [
        *unindexed(for_any, TABLES, f"${parameters.index('user_id') + 1}"),
        *unindexed(for_one, TABLES, f"'{SOMEBODY}'"),
    ]
