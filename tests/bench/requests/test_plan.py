"""Plans: who asks for what, in which order."""

from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from todo_api.database_url import DatabaseTarget
from todo_bench.progress import showing_steps
from todo_bench.refusal import Refusal
from todo_bench.requests.closed_loop import Supply
from todo_bench.requests.load import EXHAUSTED
from todo_bench.requests.plan import Plan
from todo_bench.requests.planning import Planner
from todo_bench.requests.population import Population
from todo_bench.requests.scenarios import SCENARIOS, Kind
from todo_bench.requests.seeding import seed

pytestmark = pytest.mark.direct("the candidates are measured without one")

POPULATION = Population(users=3, tasks=40)
PLANNER = Planner(POPULATION, ["token 0", "token 1", "token 2"])


@pytest.fixture
async def connection(database_target: DatabaseTarget) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(**database_target.connect_arguments())
    with showing_steps() as steps:
        await seed(connection, POPULATION, steps)
    yield connection
    await connection.close()


async def plan(connection: Any, scenario: str, repeat: int = 0, connections: int = 4) -> Plan:
    return await PLANNER.plan(connection, SCENARIOS[scenario], repeat, connections, seconds=1)


async def test_the_mixed_scenario_has_the_shares_it_should_have(connection: Any) -> None:
    supply = Supply(await plan(connection, "mixed"))

    sent: Counter[Kind] = Counter()
    for _ in range(200):
        asked = supply.next()
        assert asked is not None
        kind, request = asked
        sent[kind] += 1
        supply.answered(kind, request, 204 if kind is Kind.DELETE else 201 if kind is Kind.CREATE else 200, '"1"')

    assert sent == {Kind.LIST: 140, Kind.GET: 20, Kind.CREATE: 15, Kind.PATCH: 15, Kind.DELETE: 10}
    assert not supply.errors


async def test_the_same_repeat_has_the_same_plan_and_another_one_another(connection: Any) -> None:
    first = await plan(connection, "mixed")

    assert await plan(connection, "mixed") == first
    assert await plan(connection, "mixed", repeat=1) != first


async def test_no_task_is_asked_for_in_two_ways(connection: Any) -> None:
    paths: Counter[str] = Counter()
    for scenario in ("get", "patch", "complete", "mixed"):
        requests = (await plan(connection, scenario)).requests
        own = {
            (kind, request.path.removesuffix("/completion"))
            for kind in (Kind.GET, Kind.PATCH, Kind.COMPLETE, Kind.DELETE)
            for request in requests.get(kind, ())
        }
        assert len(own) == len({path for _, path in own})
        paths.update({path for kind, path in own if scenario != "mixed" or kind is Kind.DELETE})

    assert len(paths) == 3 * 40
    assert set(paths.values()) == {1}


async def test_conditions_are_the_versions_of_the_moment(connection: Any) -> None:
    await connection.execute("UPDATE task SET version = version + 1000")
    await connection.execute("UPDATE account SET version = version + 1000")
    versions = {row["id"]: row["version"] for row in await connection.fetch("SELECT id::text, version FROM task")}
    accounts = {
        row["user_id"]: row["version"] for row in await connection.fetch("SELECT user_id, version FROM account")
    }

    patches = (await plan(connection, "patch")).requests[Kind.PATCH]
    unchanged = (await plan(connection, "unchanged")).requests[Kind.UNCHANGED]

    assert all(patch.etag == f'"{versions[patch.path.rpartition("/")[2]]}"' for patch in patches)
    assert all(each.etag == f'"{accounts[f"user-{each.user}"]}"' for each in unchanged)


async def test_a_task_is_patched_with_the_etag_of_its_last_answer(connection: Any) -> None:
    supply = Supply(await plan(connection, "patch"))
    kind, first = supply.next() or pytest.fail("nothing to patch")
    supply.answered(kind, first, 200, '"77"')

    later = [supply.next() for _ in range(3 * 8)]

    assert [asked[1].etag for asked in later if asked is not None and asked[1].path == first.path] == ['"77"']
    request = (later[-1] or pytest.fail("nothing to patch"))[1]
    written = supply.written(kind, request).decode()
    assert f"Authorization: Bearer token {first.user}\r\n" in written
    assert 'If-Match: "77"\r\n' in written


async def test_what_can_be_done_once_is_not_done_twice(connection: Any) -> None:
    supply = Supply(await plan(connection, "complete"))

    asked = [supply.next() for _ in range(3 * 16 + 1)]

    assert len({each[1].path for each in asked if each is not None}) == 3 * 16
    assert asked[-1] is None
    assert supply.errors == {EXHAUSTED: 1}


async def test_more_connections_than_tasks_to_patch_are_refused(connection: Any) -> None:
    with pytest.raises(Refusal, match="13 connections need 26 tasks to patch, and there are 24"):
        await plan(connection, "patch", connections=13)
