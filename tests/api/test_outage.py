"""A database that is not there, that goes away, and that comes back."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest

from client import Client, refusal
from cluster import Cluster
from operations import MISSING_ID, Belongings, operations
from running import SECRET, Api
from serving import serving
from todo_api.database_url import DatabaseTarget
from todo_api.settings import Settings

PRIVATE = [operation for operation in operations() if not operation.is_public]
PATIENCE = 3.5
"""Seconds that nobody should have to wait for a refusal."""


@pytest.fixture
async def api(cluster: Cluster, database_target: DatabaseTarget) -> AsyncIterator[Api]:
    """An API on a database that may be mistreated."""
    settings = settings_for(cluster.url(database_target.database))
    async with serving(settings) as url:
        yield Api(url, settings, database_target)


@pytest.fixture
async def admin(cluster: Cluster) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(cluster.admin)
    yield connection
    await connection.close()


async def hang_up(admin: asyncpg.Connection, api: Api, *, only: str = "true") -> None:
    """End the connections to the API's database, as a restart of the server does, without waiting for their end."""
    await admin.execute(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND {only}", api.database.database
    )


async def until(condition: Callable[[], Awaitable[object]]) -> None:
    async with asyncio.timeout(5):
        while not await condition():  # noqa: ASYNC110  another process has no event for us
            await asyncio.sleep(0.01)


def connections(admin: asyncpg.Connection, api: Api, *, waiting: bool) -> Callable[[], Awaitable[bool]]:
    """Whether there are connections that wait for a lock; or, if not waiting, whether there are none at all."""
    query = "SELECT count(*) FILTER (WHERE wait_event_type = 'Lock' OR $2) FROM pg_stat_activity WHERE datname = $1"

    async def check() -> bool:
        count: int = await admin.fetchval(query, api.database.database, not waiting)
        return bool(count) is waiting

    return check


def settings_for(url: str) -> Settings:
    return Settings.from_environment({"DATABASE_URL": url, "TODO_DEVELOPMENT_SECRET": SECRET})


@pytest.mark.parametrize("where", ["nobody@/nowhere?host={folder}", "nobody@127.0.0.1:1/nowhere"])
async def test_without_a_database_every_operation_says_so(where: str, tmp_path: Path) -> None:
    settings = settings_for(f"postgresql://{where.format(folder=tmp_path)}")

    async with serving(settings) as url, Api(url, settings, settings.database).http("ada") as http:
        ada = Client(http, "ada")
        nothing = Belongings(
            ada, {f"{kind}_id": MISSING_ID for kind in ("task", "project", "section", "label", "discarded")}
        )
        for operation in PRIVATE:
            began = time.monotonic()
            response = await ada.request(operation.method, nothing.path(operation), json=nothing.body(operation))

            assert refusal(response) == (503, "database_unavailable"), operation
            assert response.headers["retry-after"] == "1"
            assert time.monotonic() - began < PATIENCE
        assert (await ada.get("/healthz")).status_code == 200
        assert refusal(await ada.get("/readyz")) == (503, "database_unavailable")
        assert refusal(await ada.post("/v1/tasks", json={"title": ""})) == (422, "invalid_request")


async def test_a_database_that_does_not_answer_is_not_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings = settings_for(f"postgresql://nobody@127.0.0.1:{silent.getsockname()[1]}/nowhere")
        async with serving(settings) as url, Api(url, settings, settings.database).http("ada") as ada:
            began = time.monotonic()
            responses = await asyncio.gather(
                ada.get("/v1/tasks"), ada.post("/v1/tasks", json={"title": "Weed"}), ada.get("/readyz")
            )

    assert [refusal(response) for response in responses] == [(503, "database_unavailable")] * 3
    assert time.monotonic() - began < PATIENCE
    assert "unavailable" in caplog.text


async def test_connections_that_were_cut_are_replaced(ada: Client, api: Api, admin: asyncpg.Connection) -> None:
    task = await ada.create_task()
    for number in range(10):
        await asyncio.gather(*(ada.get("/v1/tasks") for _ in range(10)))
        await hang_up(admin, api)

        reads = await asyncio.gather(*(ada.get(f"/v1/tasks/{task.id}") for _ in range(10)))
        assert [response.status_code for response in reads] == [200] * 10
        await hang_up(admin, api)

        write = await ada.patch(f"/v1/tasks/{task.id}", json={"title": f"Weed {number}"})
        assert write.status_code == 200 or refusal(write) == (503, "database_unavailable")
        await hang_up(admin, api)

        exported = await ada.get("/v1/account/export")
        assert exported.status_code == 200 or refusal(exported) == (503, "database_unavailable")


async def test_a_read_that_was_cut_off_is_done_again(ada: Client, api: Api, admin: asyncpg.Connection) -> None:
    task = await ada.create_task()
    async with locked(api, "LOCK TABLE task"):
        reading = asyncio.create_task(ada.get(f"/v1/tasks/{task.id}"))
        await until(connections(admin, api, waiting=True))
        await hang_up(admin, api, only="wait_event_type = 'Lock'")

    assert (await reading).status_code == 200


async def test_a_write_that_was_cut_off_is_not_done_twice(ada: Client, api: Api, admin: asyncpg.Connection) -> None:
    await ada.create_task(title="first")
    async with locked(api, "SELECT FROM account FOR UPDATE"):
        writing = asyncio.create_task(ada.post("/v1/tasks", json={"title": "second"}))
        await until(connections(admin, api, waiting=True))
        await hang_up(admin, api, only="wait_event_type = 'Lock'")
        response = await writing

    assert refusal(response) == (503, "database_unavailable")
    assert await ada.titles() == ["first"]
    assert (await ada.create_task(title="second")).title == "second"


@pytest.mark.parametrize(
    ("away", "back"),
    [
        ("ALTER DATABASE {0} CONNECTION LIMIT 0", "ALTER DATABASE {0} CONNECTION LIMIT -1"),
        ("ALTER DATABASE {0} ALLOW_CONNECTIONS false", "ALTER DATABASE {0} ALLOW_CONNECTIONS true"),
        ("REVOKE CONNECT ON DATABASE {0} FROM PUBLIC, todo", "GRANT CONNECT ON DATABASE {0} TO todo"),
        ("ALTER DATABASE {0} RENAME TO elsewhere", "ALTER DATABASE elsewhere RENAME TO {0}"),
    ],
)
async def test_a_database_that_lets_nobody_in_is_away_until_it_does(
    ada: Client, api: Api, admin: asyncpg.Connection, away: str, back: str
) -> None:
    await ada.create_task(title="Weed")
    await hang_up(admin, api)
    await until(connections(admin, api, waiting=False))
    await admin.execute(away.format(api.database.database))

    answers = [await ada.get("/v1/tasks"), await ada.post("/v1/tasks", json={"title": "x"}), await ada.get("/readyz")]
    await admin.execute(back.format(api.database.database))

    assert [refusal(answer) for answer in answers] == [(503, "database_unavailable")] * 3
    assert await ada.titles() == ["Weed"]


async def test_a_migration_under_way_is_not_noticed(ada: Client, api: Api) -> None:
    """A prepared statement whose result has changed its type is prepared again."""
    task = await ada.create_task(title="Weed")
    steps = [
        "ALTER TABLE task ALTER COLUMN version TYPE numeric, ALTER COLUMN title TYPE varchar",
        "ALTER TABLE task ADD COLUMN mood text NOT NULL DEFAULT 'sunny'",
        "ALTER TABLE task ALTER COLUMN version TYPE bigint, ALTER COLUMN title TYPE text",
        "ALTER TABLE task DROP COLUMN mood",
    ]
    for step in steps:
        async with locked(api, step):
            pass

        assert (await ada.task(task)).title == "Weed", step
        assert [each.id for each in await ada.tasks()] == [task.id], step
        assert (await ada.complete(task)).version > task.version
        assert (await ada.reopen(task)).version > task.version


@asynccontextmanager
async def locked(api: Api, command: str) -> AsyncIterator[None]:
    """While this lasts, a transaction of somebody else has run this command and not ended."""
    connection = await asyncpg.connect(**api.database.connect_arguments())
    try:
        async with connection.transaction():
            await connection.execute(command)
            yield
    finally:
        await connection.close()
