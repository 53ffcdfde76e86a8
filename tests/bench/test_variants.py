"""What the ratio compares: statements that create the same task, and differ in what they leave for the feed."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import asyncpg
import pytest

from todo_api.database_url import DatabaseTarget
from todo_api.sql.tasks import create_task
from todo_bench.log import Creator
from todo_bench.variants import Variant, unlogged, unstamped, whole

pytestmark = pytest.mark.direct("the candidates are measured without one")

LEFT = """
SELECT
  (SELECT version FROM account) AS version,
  (SELECT count(*) FROM task) AS tasks,
  (SELECT count(*) FROM change WHERE entity = 'task') AS logged
"""


@pytest.fixture
async def connection(database_target: DatabaseTarget) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(**database_target.connect_arguments())
    yield connection
    await connection.close()


@pytest.mark.parametrize(
    ("variant", "moves", "logged"),
    [(whole, 1, 1), (unlogged, 1, 0), (unstamped, 0, 0)],
    ids=["whole", "unlogged", "unstamped"],
)
async def test_all_create_a_task(connection: Any, variant: Callable[[], Variant], moves: int, logged: int) -> None:
    creator = await Creator.prepare(connection, "ada", variant())
    before = await connection.fetchrow(LEFT)

    await creator.create(3)

    after = await connection.fetchrow(LEFT)
    assert (after["version"] - before["version"], after["tasks"], after["logged"]) == (3 * moves, 3, 3 * logged)


def test_the_whole_one_is_what_the_api_runs() -> None:
    assert whole().sql == create_task("inbox", labelled=False).sql
