"""How many pages of the database a statement touches: as many as it has rows, however much there is besides."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from cluster import Cluster
from todo_api.database_url import DatabaseTarget
from todo_api.services import things
from todo_api.sql.feed import CHANGES, STATE
from todo_api.sql.lists import list_tasks
from todo_api.sql.statement import Statement
from todo_api.sql.tasks import READ_TASK, patch_task
from todo_bench.filling import fill, settle
from todo_bench.query_cost import cost_of
from todo_domain import TaskUpdate
from todo_domain.due import due_to_columns

pytestmark = pytest.mark.direct("statements are asked of PostgreSQL itself what they cost")

FEW, MANY, OTHERS = 500, 20_000, 60
PAGE = 50
WAY = 10
"""From the root of an index to a leaf, and what is looked up besides: the account."""
WRITE = 40
"""A write looks up and changes the account, the task and the log, each with its indexes."""

LIVE = frozenset({"live"})
LIST = {"limit": PAGE, "known": None}
FEED = {"after_id": UUID(int=0), "limit": PAGE}
TITLE = TaskUpdate(title="Weed")
EDIT = {
    **dict.fromkeys((*TaskUpdate.model_fields, "client", "expected")),
    "now": datetime(2026, 11, 21, tzinfo=UTC),
    "title": TITLE.title,
    **things.flags(TITLE),
    **due_to_columns(None)._asdict(),
}
BOUNDS: dict[str, tuple[Statement, Mapping[str, Any], int]] = {
    "get": (READ_TASK, {}, WAY),
    "list": (list_tasks(LIVE, "order", descending=False, after=False), LIST, PAGE + WAY),
    "list, further": (list_tasks(LIVE, "order", descending=False, after=True), LIST, PAGE + WAY),
    "list, by priority": (list_tasks(LIVE, "priority", descending=True, after=False), LIST, PAGE + WAY),
    "list, by due date": (list_tasks(LIVE, "due", descending=False, after=False), LIST, PAGE + WAY),
    "list, newest first": (list_tasks(LIVE, "created", descending=True, after=False), LIST, PAGE + WAY),
    "feed, beginning": (STATE, {**FEED, "after_kind": 0}, 5 * (PAGE + WAY)),
    "feed, early": (CHANGES, {**FEED, "after_version": 10, "after_kind": ""}, 8 * PAGE + 5 * WAY),
    "patch": (patch_task(labelled=False), EDIT, WRITE),
}

type Crowded = tuple[asyncpg.Connection, dict[str, dict[str, Any]]]


@pytest.fixture(scope="module")
async def crowded(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[Crowded]:
    """A database in which somebody has few tasks, somebody many, and others have theirs in between."""
    target = await cluster.create_database(template=template)
    connection = await asyncpg.connect(**target.connect_arguments())
    owners = {"few": FEW, "many": MANY, **{f"other {number}": FEW for number in range(OTHERS)}}
    await fill(connection, owners, lambda: None)
    await settle(connection)
    yield connection, {user_id: await _known_of(connection, user_id) for user_id in ("few", "many")}
    await connection.close()
    await cluster.drop_database(target)


async def _known_of(connection: asyncpg.Connection, user_id: str) -> dict[str, Any]:
    """Arguments that are about the task in the middle of a user's list."""
    task = await connection.fetchrow(
        """SELECT id, position FROM task WHERE user_id = $1 AND completed_at IS NULL
           ORDER BY position OFFSET (SELECT count(*) / 2 FROM task WHERE user_id = $1) LIMIT 1""",
        user_id,
    )
    assert task is not None
    return {"user_id": user_id, "id": task["id"], "after_key": task["position"], "after_id": task["id"]}


@pytest.fixture(params=["force_custom_plan", "force_generic_plan"])
async def planned(request: pytest.FixtureRequest, crowded: Crowded) -> Crowded:
    """Both of the ways in which PostgreSQL plans a prepared statement."""
    await crowded[0].execute(f"SET plan_cache_mode = {request.param}")
    return crowded


@pytest.mark.parametrize("name", BOUNDS)
@pytest.mark.parametrize("user_id", ["few", "many"])
async def test_a_statement_touches_what_it_shows_or_changes(planned: Crowded, user_id: str, name: str) -> None:
    connection, known = planned
    statement, values, bound = BOUNDS[name]

    cost = await cost_of(connection, statement, {**known[user_id], **values}, repeats=1)

    assert 0 < cost.buffers <= bound


async def test_a_list_that_has_not_changed_touches_the_account_alone(planned: Crowded) -> None:
    connection, known = planned
    statement, values, _ = BOUNDS["list"]
    version = await connection.fetchval("SELECT version FROM account WHERE user_id = 'many'")

    cost = await cost_of(connection, statement, {**known["many"], **values, "known": [version]}, repeats=1)

    assert cost.buffers <= 3


async def test_what_has_no_index_is_seen_to_touch_more(planned: Crowded) -> None:
    connection, known = planned
    by_title = list_tasks(LIVE, "title", descending=False, after=False)

    cost = await cost_of(connection, by_title, {**known["many"], **LIST}, repeats=1)

    assert cost.buffers > 5 * (PAGE + WAY)
