"""A create does not count tasks, however many somebody has, where the account knows how many there are."""

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

FEW, MANY, OTHERS = 100, 20_000, 20
CREATE = 40
"""A create looks up and changes the account, and adds to the task's indexes and to the log's."""
COUNT = 100
"""Pages of an index that has many tasks, at the least."""
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
    await fill(connection, {"few": FEW, "many": MANY, **{f"other {n}": FEW for n in range(OTHERS)}}, lambda: None)
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


async def test_a_create_touches_as_much_whoever_has_few_tasks_or_many(create: Create) -> None:
    costs = {user_id: [await create(user_id) for _ in range(5)] for user_id in ("few", "many")}

    assert all(cost <= CREATE for user_id in costs for cost in costs[user_id][1:])


async def test_it_counts_once_where_the_count_is_not_known(create: Create, crowded: asyncpg.Connection) -> None:
    await crowded.execute("UPDATE account SET counted_version = NULL WHERE user_id = 'many'")

    first, second = await create("many"), await create("many")

    assert first > second + COUNT
    known = "SELECT task_count FROM account WHERE user_id = 'many' AND counted_version = version"
    assert await crowded.fetchval(known) == await crowded.fetchval("SELECT count(*) FROM task WHERE user_id = 'many'")
