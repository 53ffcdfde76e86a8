"""A create does not count tasks, however many somebody has."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest

from cluster import Cluster
from todo_api.database_url import DatabaseTarget
from todo_api.sql.tasks import create_task
from todo_bench.filling import fill, settle
from todo_bench.query_cost import buffers_of
from todo_domain import Priority, TaskCreate, new_id
from todo_domain.caps import CAPS

FEW, MANY, OTHERS = 100, 20_000, 2
CREATE = 40
"""A create looks up and changes the account, and adds to the task's indexes and to the log's."""
COUNTED = """
UPDATE account SET counted_version = version,
    task_count = (SELECT count(*) FROM task WHERE task.user_id = account.user_id)
"""
RIGHT = """
SELECT bool_and(counted_version = version
    AND task_count = (SELECT count(*) FROM task WHERE task.user_id = account.user_id)) FROM account
"""
VALUES: dict[str, Any] = {
    **dict.fromkeys((*TaskCreate.model_fields, "client", "expected", "request_hash")),
    **dict.fromkeys(("due_kind", "due_at", "due_timezone")),
    "now": datetime(2026, 11, 21, tzinfo=UTC),
    "title": "Weed",
    "notes": "",
    "priority": Priority.NONE,
    **CAPS._asdict(),
}

type Create = Callable[[str], Awaitable[int]]


@pytest.fixture(scope="module")
async def crowded(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[asyncpg.Connection]:
    """A database in which somebody has few tasks and somebody many."""
    target = await cluster.create_database(template=template)
    connection = await asyncpg.connect(**target.connect_arguments())
    await fill(connection, {"few": FEW, **{f"many{n or ''}": MANY for n in range(OTHERS)}}, lambda: None)
    await settle(connection)
    yield connection
    await connection.close()
    await cluster.drop_database(target)


@pytest.fixture(params=["force_custom_plan", "force_generic_plan"])
async def create(request: pytest.FixtureRequest, crowded: asyncpg.Connection) -> Create:
    """Create somebody's task by either of the ways in which PostgreSQL plans; the pages that were touched."""
    await crowded.execute(f"SET plan_cache_mode = {request.param}")
    statement = create_task("inbox", labelled=False)
    prepared = await crowded.prepare(statement.sql)

    async def one(user_id: str) -> int:
        arguments = statement.arguments({**VALUES, "user_id": user_id, "id": new_id()})
        return await buffers_of(crowded, prepared.get_name(), arguments)

    return one


async def test_a_create_touches_as_much_whoever_has_few_tasks_or_many(
    create: Create, crowded: asyncpg.Connection
) -> None:
    await crowded.execute(COUNTED)
    costs = {user_id: [await create(user_id) for _ in range(5)] for user_id in ("few", "many")}

    assert all(cost <= CREATE for user_id in costs for cost in costs[user_id][1:])
    assert await crowded.fetchval(RIGHT)


async def test_nor_does_it_count_where_the_count_is_not_known(create: Create, crowded: asyncpg.Connection) -> None:
    await crowded.execute("UPDATE account SET counted_version = NULL")
    before = await crowded.fetchval("SELECT count(*) FROM task")

    assert await create("many") <= CREATE
    assert await crowded.fetchval("SELECT count(*) FROM task") == before


async def test_one_plan_is_good_for_whoever_has_few_among_many(crowded: asyncpg.Connection) -> None:
    """With something in it that costs more the more tasks somebody has, PostgreSQL would plan each create anew."""
    await crowded.execute("SET plan_cache_mode = auto")
    await crowded.execute(COUNTED)
    statement = create_task("inbox", labelled=False)
    prepared = await crowded.prepare(statement.sql)

    for _ in range(10):
        values = {**VALUES, "user_id": "few", "id": new_id()}
        await prepared.fetchrow(*statement.arguments(values))

    plans = "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE name = $1"
    assert [tuple(row) for row in await crowded.fetch(plans, prepared.get_name())] == [(5, 5)]
