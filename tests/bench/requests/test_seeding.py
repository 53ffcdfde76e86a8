"""The seeded database: the same one each time, and one that the API itself could have made."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from client import Client
from cluster import Cluster
from running import Api, settings_of
from serving import serving
from todo_api.database_url import DatabaseTarget
from todo_bench.progress import showing_steps
from todo_bench.requests.database_alone import scripts
from todo_bench.requests.population import LABELS, Part, Population
from todo_bench.requests.seeding import seed
from todo_domain.schemas import TaskPage
from todo_domain.schemas.feed import Changes

pytestmark = pytest.mark.direct("the candidates are measured without one")

POPULATION = Population(users=4, tasks=60)
EVERYTHING = """
SELECT md5(string_agg(line, ',' ORDER BY line)) FROM (
  SELECT task::text AS line FROM task UNION ALL SELECT account::text FROM account UNION ALL
  SELECT project::text FROM project UNION ALL SELECT label::text FROM label UNION ALL SELECT change::text FROM change
) AS lines
"""


@pytest.fixture
async def connection(database_target: DatabaseTarget) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(**database_target.connect_arguments())
    with showing_steps() as steps:
        await seed(connection, POPULATION, steps)
    yield connection
    await connection.close()


@pytest.fixture
async def ada(cluster: Cluster, connection: Any, database_target: DatabaseTarget) -> AsyncIterator[Client]:
    """One of the seeded users, at an API on that database."""
    assert await connection.fetchval("SELECT count(*) FROM account") == POPULATION.users
    settings = settings_of(cluster.direct_url(database_target.database))
    async with serving(settings) as url, Api(url, settings, database_target).http(POPULATION.user_id(1)) as http:
        yield Client(http, POPULATION.user_id(1))


async def test_the_same_seed_makes_the_same_rows(connection: Any) -> None:
    first = await connection.fetchval(EVERYTHING)
    for population, same in ((POPULATION, True), (Population(users=4, tasks=60, seed=6), False)):
        await connection.execute("TRUNCATE account CASCADE")
        with showing_steps() as steps:
            await seed(connection, population, steps)

        assert (await connection.fetchval(EVERYTHING) == first) is same


async def test_the_rows_are_plausible(connection: Any) -> None:
    rows = await connection.fetch("SELECT * FROM task")

    assert len(rows) == 4 * 60
    assert all(10 <= len(row["title"]) <= 60 for row in rows)
    assert {row["due_kind"] for row in rows} == {None, "date", "floating", "zoned"}
    assert {row["priority"] for row in rows} == {0, 1, 2, 3, 4}
    assert 0.2 < sum(bool(row["notes"]) for row in rows) / len(rows) < 0.5
    assert 0 < sum(row["completed_at"] is not None for row in rows) < len(rows) / 2
    assert {label for row in rows for label in row["labels"]} == set(LABELS)


async def test_the_api_lists_them_in_their_order(ada: Client) -> None:
    response = await ada.get("/v1/tasks", params={"limit": "50"})

    page = TaskPage.model_validate_json(response.content)
    assert [item.id for item in page.items] == [POPULATION.task_id(1, task) for task in range(50)]
    assert page.next_cursor is not None
    labelled = next(item for item in page.items if item.labels)
    filtered = await ada.tasks(label_any=labelled.labels[0].upper())
    assert labelled.id in {task.id for task in filtered}


async def test_the_api_writes_on_from_there(ada: Client) -> None:
    before = await ada.account()
    task = (await ada.tasks(limit=1))[0]

    patched = await ada.patch(
        f"/v1/tasks/{task.id}", json={"title": "Weed the beds"}, headers={"If-Match": f'"{task.version}"'}
    )

    assert patched.status_code == 200
    assert patched.json()["version"] == before.version + 1
    created = await ada.create_task(title="Harvest", labels=[LABELS[0].upper()])
    assert created.labels == [LABELS[0]]
    assert (await ada.tasks(limit=200))[-1].id == created.id
    undone = await ada.post("/v1/undo", json={"change_ids": [before.version + 1]})
    assert undone.status_code == 200, undone.text
    assert (await ada.task(task)).title == task.title


async def test_the_api_tells_their_story(ada: Client) -> None:
    """The state from its beginning, and a task's past."""
    items: list[Any] = []
    query, more = {"limit": "50"}, True
    while more:
        page = Changes.model_validate_json((await ada.get("/v1/changes", params=query)).content)
        items += page.items
        query, more = {"limit": "50", "after": page.next_cursor}, page.has_more

    assert len(items) == 1 + 1 + len(LABELS) + 60
    completed = next(task for task in await ada.tasks(limit=200) if task.completed_at is not None)
    activity = (await ada.get(f"/v1/tasks/{completed.id}/activity")).json()["items"]
    assert sorted(entry["op"] for entry in activity) == ["completed", "created"]


def test_the_parts_of_a_users_tasks_are_disjoint_and_all_of_them() -> None:
    for tasks in (20, 21, 39, 500):
        numbers = [number for part in Part for number in Population(users=1, tasks=tasks).numbers(part)]
        assert sorted(numbers) == list(range(tasks))


async def test_the_database_alone_finds_what_it_looks_for(connection: Any) -> None:
    texts = scripts(POPULATION)
    task = POPULATION.numbers(Part.GET)[-1]

    got = await connection.fetchrow(_sql(texts["get"], user=3, task=task))
    listed = await connection.fetchrow(_sql(texts["list"], user=3))
    created = await connection.fetchrow(_sql(texts["create"], user=3, new=2**47))

    assert str(POPULATION.task_id(3, task)) in got["document"]
    assert listed["items"].count('"position"') == 50
    assert created["version"] > got["version"]
    assert '"title":"Water the tomatoes"' in created["document"]


def _sql(script: str, **numbers: int) -> str:
    """As pgbench would send it."""
    sql = script[script.index("WITH") :]
    for name, number in numbers.items():
        sql = sql.replace(f":{name}", f"'{number}'" if name == "user" else str(number))
    return sql
