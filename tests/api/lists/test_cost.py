"""What a page costs: the last one what the first one costs, and one that has not changed nothing."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from api.lists.reading import task_rows_read
from client import Client
from running import Api
from todo_api.sql.lists import list_tasks

pytestmark = pytest.mark.direct("statements are asked of PostgreSQL itself what they cost")

MANY = 1000
"""On each of two levels: those of the upper one are in a section, those of the lower one below one task."""
PAGE = 50

_COPIES = """
INSERT INTO task (user_id, id, version, created_at, updated_at, project_id, section_id, parent_id, depth, position,
                  title, notes, priority, labels, due_kind, due_at)
SELECT user_id, gen_random_uuid(), version, created_at + n * interval '1 s', updated_at + n * interval '1 s',
       project_id, section_id, parent_id, depth, 'l' || lpad(to_hex(2 * n + $3), 12, '0'), md5(n::text), '', n % 5,
       '{}', due_kind, due_at + n % 365 * interval '1 day'
FROM task, generate_series(1, $2::int) AS n WHERE user_id = $1 AND depth = $3::int
"""

type Lots = tuple[asyncpg.Connection, dict[str, Any]]


@pytest.fixture(scope="module")
async def hoard(api: Api) -> AsyncIterator[Lots]:
    """A connection to a database in which somebody has many tasks, and what to ask for them."""
    user_id = f"hoarder-{uuid4()}"
    async with api.http(user_id) as http:
        hoarder = Client(http, user_id)
        section = await hoarder.create_section(await hoarder.create_project())
        due = {"kind": "date", "date": "2026-01-01"}
        upper = await hoarder.create_task(due=due, section_id=str(section.id))
        await hoarder.create_task(due=due, parent_id=str(upper.id))
    connection = await asyncpg.connect(**api.database.connect_arguments())
    try:
        for depth in (1, 2):
            await connection.execute(_COPIES, user_id, MANY, depth)
        await connection.execute("ANALYZE task")  # as autovacuum would have done by now
        places = {"project_id": upper.project_id, "section_id": section.id, "parent_id": upper.id}
        yield connection, {"user_id": user_id, "limit": PAGE, "known": None, **places}
    finally:
        await connection.close()


@pytest.fixture(params=["force_custom_plan", "force_generic_plan"])
async def lots(request: pytest.FixtureRequest, hoard: Lots) -> Lots:
    """Both of the ways in which PostgreSQL plans a prepared statement."""
    await hoard[0].execute(f"SET plan_cache_mode = {request.param}")
    return hoard


async def reads(lots: Lots, filters: set[str], sort: str, *, descending: bool) -> list[int]:
    """How many rows each page reads, from the first to the last."""
    connection, values = lots
    costs: list[int] = []
    while len(costs) <= 2 * MANY // PAGE + 1:
        after = bool(costs)
        statement = list_tasks(frozenset(filters), sort, descending=descending, after=after)
        cost, row = await task_rows_read(connection, statement, values)
        costs.append(cost)
        if not row["more"]:
            return costs
        values = values | {"after_key": row["last_key"], "after_id": row["last_id"]}
    pytest.fail("the list does not end")


@pytest.mark.parametrize(
    ("filters", "sort", "descending"),
    [
        ({"live"}, "order", False),
        ({"live"}, "order", True),
        ({"live", "open"}, "order", False),
        ({"live", "project_id"}, "order", False),
        ({"live"}, "created", False),
        ({"live"}, "created", True),
        ({"live"}, "due", False),
        ({"live"}, "priority", False),
        ({"live"}, "priority", True),
    ],
)
async def test_a_page_reads_its_own_rows_and_no_others(
    lots: Lots,
    filters: set[str],
    sort: str,
    descending: bool,  # noqa: FBT001  pytest passes parameters by name
) -> None:
    costs = await reads(lots, filters, sort, descending=descending)

    assert len(costs) == 2 * MANY // PAGE + 1
    assert costs[0] == PAGE + 1
    assert costs[-1] <= PAGE + 1
    assert sum(costs) < 3 * 2 * MANY, "near the end PostgreSQL may sort the rest of the list at once, but not all of it"


async def test_a_page_of_a_tasks_subtasks_reads_its_own_rows_and_no_others(lots: Lots) -> None:
    costs = await reads(lots, {"live", "parent_id"}, "order", descending=False)

    assert len(costs) == MANY // PAGE + 1
    assert costs[0] <= PAGE + 2, "the parent is looked up as well"
    assert sum(costs) < 3 * MANY


@pytest.mark.parametrize(
    ("sort", "descending"), [("due", True), ("updated", False), ("updated", True), ("title", False)]
)
async def test_a_sort_without_an_index_costs_no_more_on_the_last_page(
    lots: Lots,
    sort: str,
    descending: bool,  # noqa: FBT001  pytest passes parameters by name
) -> None:
    costs = await reads(lots, {"live"}, sort, descending=descending)

    assert len(costs) == 2 * MANY // PAGE + 1
    assert max(costs) == costs[0]


@pytest.mark.parametrize("filters", [{"live"}, {"live", "open"}, {"live", "project_id"}, {"trash"}])
async def test_no_task_is_read_to_find_that_nothing_has_changed(lots: Lots, filters: set[str]) -> None:
    connection, values = lots
    statement = list_tasks(frozenset(filters), "order", descending=False, after=False)
    _, row = await task_rows_read(connection, statement, values)

    unchanged, again = await task_rows_read(connection, statement, values | {"known": [1, row["version"]]})
    changed, _ = await task_rows_read(connection, statement, values | {"known": [row["version"] - 1]})

    assert unchanged == 0
    assert again["version"] == row["version"]
    assert changed > PAGE or "trash" in filters  # an empty trash may be found to be empty without reading a row
