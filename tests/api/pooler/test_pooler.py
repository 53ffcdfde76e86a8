"""PgBouncer in transaction mode: it is shared by all, so nothing may stay on it."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack

import asyncpg
import pytest

from api.faults.traffic import RECOVERY_SECONDS, Traffic
from client import Client
from convergence.machines import reserved_port
from pooler import PROGRAM, Pooler, running_pooler
from running import Api, settings_of
from server import Server, running_server
from serving import serving
from todo_api.migrating import CannotMigrate, migrate

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="PgBouncer is not installed: apt-get install pgbouncer")


@pytest.fixture(scope="module")
async def server() -> AsyncIterator[Server]:
    with reserved_port() as port:
        async with running_server(port) as server:
            yield server


@pytest.fixture(scope="module")
def pooler(server: Server) -> Iterator[Pooler]:
    with running_pooler("127.0.0.1", server.port) as pooler:
        yield pooler


@pytest.fixture
async def api(server: Server, pooler: Pooler) -> AsyncIterator[Api]:
    target = await server.create_database()
    await migrate(target)
    settings = settings_of(pooler.url(target.database))
    async with serving(settings) as url:
        yield Api(url, settings, target)


async def test_many_users_leave_nothing_behind(api: Api, pooler: Pooler) -> None:
    async def live(name: str) -> None:
        async with api.http(name) as http:
            person = Client(http, name)
            tasks = [await person.create_task(title=f"{name} {number}") for number in range(3)]
            await person.complete(tasks[0])
            operations = [{"op": "trash_task", "id": str(task.id)} for task in tasks[1:]]
            headers = {"Idempotency-Key": name.replace(" ", "-")}
            batch = await person.post("/v1/batch", json={"operations": operations}, headers=headers)
            assert batch.status_code == 200, batch.text
            assert await person.titles(status="completed") == [f"{name} 0"]
            assert (await person.get("/v1/account/export")).status_code == 200

    await asyncio.gather(*(live(f"person {number}") for number in range(20)))

    assert await pooler.leftovers(api.database.database) == []


LEAVINGS = {
    "PREPARE mine AS SELECT 1": "PREPARE mine AS SELECT 1",
    "DECLARE mine CURSOR WITH HOLD FOR SELECT 1": "DECLARE mine CURSOR WITH HOLD FOR SELECT 1",
    "CREATE TEMPORARY TABLE notes ()": "notes",
    "LISTEN secrets": "secrets",
    "SET work_mem = '1MB'": "work_mem = 1024",
    "SET statement_timeout = 0": "statement_timeout = 0",
    "SET synchronous_commit = off": "synchronous_commit = off",
    "SELECT pg_advisory_lock(1)": "advisory lock",
}


@pytest.mark.parametrize(("command", "left"), LEAVINGS.items())
async def test_what_is_left_behind_would_be_found(api: Api, pooler: Pooler, command: str, left: str) -> None:
    connection = await asyncpg.connect(**pooler.target(api.database.database).connect_arguments())
    await connection.execute(command)
    await connection.close()

    with pytest.raises(AssertionError) as found:
        await pooler.check(api.database.database)
    assert left in str(found.value)


async def test_the_settings_that_it_knows_are_everybodys_own(api: Api, pooler: Pooler) -> None:
    connection = await asyncpg.connect(**pooler.target(api.database.database).connect_arguments())
    await connection.execute("SET application_name = 'somebody else'; SET timezone = 'Asia/Tokyo'")
    await connection.close()

    assert await pooler.leftovers(api.database.database) == []


async def test_streams_do_not_listen_through_it(api: Api, pooler: Pooler) -> None:
    async with api.http("ada") as http, AsyncExitStack() as streams:
        ada = Client(http, "ada")
        await ada.create_task()
        stream = await streams.enter_async_context(http.stream("GET", "/v1/events"))
        lines = stream.aiter_lines()
        await ada.create_task(title="Weed")
        async with asyncio.timeout(10):
            while "Weed" not in await anext(lines):
                pass

        assert await pooler.leftovers(api.database.database) == []


async def test_a_migration_is_refused(api: Api, pooler: Pooler) -> None:
    with pytest.raises(CannotMigrate, match="use the direct host"):
        await migrate(pooler.target(api.database.database))


async def test_the_server_behind_it_dies(api: Api, server: Server) -> None:
    """PgBouncer says so in words of its own, in the middle of a connection that it still holds."""
    async with api.http("ada") as http, Traffic(Client(http, "ada")) as traffic:
        for _ in range(2):
            await server.kill()
            await asyncio.sleep(1)
            await server.start()
            assert await traffic.until_served(time.monotonic()) < RECOVERY_SECONDS
