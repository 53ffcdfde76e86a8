"""What a page of the feed or of the activity costs: what it shows, however much there is."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from api.lists.reading import rows_read
from client import Client
from running import Api
from todo_api.sql.activity import list_activity
from todo_api.sql.feed import CHANGES, KINDS, STATE

pytestmark = pytest.mark.direct("statements are asked of PostgreSQL itself what they cost")

MANY = 2000
PAGE = 50
TABLES = "task|change"

_COPIES = """
INSERT INTO task (user_id, id, version, created_at, updated_at, project_id, depth, position, title, notes, priority,
                  labels)
SELECT user_id, gen_random_uuid(), version + n, created_at, updated_at, project_id, 1, position, title, '', 0, '{}'
FROM task, generate_series(1, $2) AS n WHERE user_id = $1
"""
_LOG = """
INSERT INTO change (user_id, version, entity, entity_id, op, at, before, after)
SELECT user_id, version + n * $2, 'task', id, 'updated', now(), '{"title": "old"}', '{"title": "new"}'
FROM task, generate_series(1, 5) AS n WHERE user_id = $1
"""

type Lots = tuple[asyncpg.Connection, dict[str, Any]]


@pytest.fixture(scope="module")
async def hoard(api: Api) -> AsyncIterator[Lots]:
    """A connection to a database in which somebody has many tasks, each changed five times."""
    user_id = f"hoarder-{uuid4()}"
    async with api.http(user_id) as http:
        task = await Client(http, user_id).create_task()
    connection = await asyncpg.connect(**api.database.connect_arguments())
    try:
        await connection.execute(_COPIES, user_id, MANY)
        await connection.execute(_LOG, user_id, MANY + 10)
        await connection.execute("ANALYZE task, change")  # as autovacuum would have done by now
        yield connection, {"user_id": user_id, "limit": PAGE, "first": task.version, "task_id": task.id}
    finally:
        await connection.close()


@pytest.fixture(params=["force_custom_plan", "force_generic_plan"])
async def lots(request: pytest.FixtureRequest, hoard: Lots) -> Lots:
    """Both of the ways in which PostgreSQL plans a prepared statement."""
    await hoard[0].execute(f"SET plan_cache_mode = {request.param}")
    return hoard


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
async def test_a_page_of_the_log_reads_as_much_as_it_looks_at(lots: Lots, share: float) -> None:
    connection, values = lots
    version = values["first"] + int(share * 6 * (MANY + 10))

    cost, row = await rows_read(
        connection, CHANGES, values | {"after_version": version, "after_kind": "~", "after_id": UUID(int=0)}, TABLES
    )

    assert row["more"]
    assert cost <= 2 * (PAGE + 1) + PAGE + 1, "each row of the log, whether there is a later one, and the thing"


async def test_a_page_of_the_state_reads_as_much_as_it_shows(lots: Lots) -> None:
    connection, values = lots
    last, costs = UUID(int=0), []
    for _ in range(10):
        place = {"after_kind": KINDS.index("task"), "after_id": last}
        cost, row = await rows_read(connection, STATE, values | place, TABLES)
        costs.append(cost)
        last = row["last_id"]

    assert row["more"]
    assert max(costs) <= 2 * (PAGE + 1) + 1


async def test_a_page_of_the_activity_reads_as_much_as_it_shows(lots: Lots) -> None:
    connection, values = lots
    cost, row = await rows_read(connection, list_activity(of_task=False, after=False), values, TABLES)

    assert row["more"]
    assert cost <= PAGE + 2
