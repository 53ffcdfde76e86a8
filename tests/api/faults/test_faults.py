"""Whatever happens to the database: nobody waits for long, nothing is lost, and soon all is well again."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack

import asyncpg

from api.faults.conftest import CONNECTIONS
from api.faults.traffic import Traffic
from client import Client
from proxy import Proxy
from running import Api
from server import Server, frozen
from todo_api.database_url import DatabaseTarget

type Recovered = Callable[[float, Traffic], None]

AWAY_SECONDS = 4.5
"""As long as something is broken: longer than anybody is to wait for an answer."""


async def test_all_backends_are_terminated(
    ada: Client, server: Server, target: DatabaseTarget, recovered: Recovered
) -> None:
    async with Traffic(ada) as traffic:
        for _ in range(5):
            assert await server.hang_up(target.database)
            recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_all_backends_are_frozen(
    ada: Client, server: Server, target: DatabaseTarget, recovered: Recovered
) -> None:
    async with Traffic(ada) as traffic:
        async with frozen(await server.backends(target.database)):
            recovered(await traffic.until_served(time.monotonic(), ("read",)), traffic)
            await asyncio.sleep(AWAY_SECONDS)
        recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_the_server_is_killed(ada: Client, server: Server, recovered: Recovered) -> None:
    async with Traffic(ada) as traffic:
        for _ in range(2):
            await server.kill()
            await asyncio.sleep(1)
            await server.start()
            recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_the_network_swallows_everything(ada: Client, network: Proxy, recovered: Recovered) -> None:
    async with Traffic(ada) as traffic:
        network.swallow()
        await asyncio.sleep(AWAY_SECONDS)
        network.let_through()
        recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_a_sleeping_database_is_waited_for(ada: Client, network: Proxy) -> None:
    """As Neon's, which takes a few hundred milliseconds to wake; nobody is told."""
    network.swallow()
    asyncio.get_running_loop().call_later(0.7, network.let_through)

    responses = await asyncio.gather(*(ada.get("/v1/tasks") for _ in range(5)), ada.get("/readyz"))

    assert [response.status_code for response in responses] == [200] * 6


async def test_the_network_is_slow(ada: Client, network: Proxy, recovered: Recovered) -> None:
    async with Traffic(ada) as traffic:
        network.delay = 0.3
        await asyncio.sleep(AWAY_SECONDS)
        network.delay = 0
        recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_connections_are_reset(ada: Client, network: Proxy, recovered: Recovered) -> None:
    async with Traffic(ada) as traffic:
        for _ in range(5):
            network.reset()
            recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_connections_are_closed_from_one_side(ada: Client, network: Proxy, recovered: Recovered) -> None:
    async with Traffic(ada) as traffic:
        for _ in range(5):
            network.half_close()
            recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_others_have_all_connections(
    ada: Client, server: Server, target: DatabaseTarget, recovered: Recovered
) -> None:
    async with Traffic(ada) as traffic, AsyncExitStack() as others:
        taken: list[asyncpg.Connection] = []
        async with asyncio.timeout(10):
            while len(taken) < CONNECTIONS - 3:
                await server.hang_up(target.database)
                for _ in range(CONNECTIONS):
                    try:
                        taken.append(await asyncpg.connect(server.url("postgres"), ssl=False))
                    except asyncpg.TooManyConnectionsError:
                        break
                    others.callback(taken[-1].terminate)
        await asyncio.sleep(1)
        assert traffic.answers["read: database_unavailable"]
        await others.aclose()
        recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_tables_are_altered(ada: Client, api: Api, recovered: Recovered) -> None:
    async with Traffic(ada) as traffic:
        for step in (
            "ALTER TABLE task ALTER COLUMN title TYPE varchar",
            "ALTER TABLE task ADD COLUMN mood text NOT NULL DEFAULT 'sunny'",
            "ALTER TABLE task ALTER COLUMN title TYPE text",
            "ALTER TABLE task DROP COLUMN mood",
        ):
            connection = await asyncpg.connect(**api.database.connect_arguments())
            await connection.execute(step)
            await connection.close()
            recovered(await traffic.until_served(time.monotonic()), traffic)
