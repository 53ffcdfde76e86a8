"""A standby becomes the primary: the pool finds it by itself, by the URL or by the address that moves."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from api.faults.traffic import Traffic, served_again
from client import Client
from convergence.machines import reserved_port
from proxy import Proxy
from running import Api, settings_of
from server import Server, running_server, running_standby
from serving import serving
from todo_api.migrating import migrate

type Recovered = Callable[[float, Traffic], None]
type Pair = tuple[Server, Server, str]


@pytest.fixture
async def pair() -> AsyncIterator[Pair]:
    """A primary, a standby that has all that it acknowledges, and the name of a migrated database."""
    with reserved_port() as one, reserved_port() as two:
        async with running_server(one) as primary:
            target = await primary.create_database()
            await migrate(target)
            async with running_standby(primary, two) as standby:
                await primary.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
                await primary.execute("SELECT pg_reload_conf()")
                yield primary, standby, target.database


@asynccontextmanager
async def _ada(url: str) -> AsyncIterator[Client]:
    settings = settings_of(url)
    async with serving(settings) as base_url, Api(base_url, settings, settings.database).http("ada") as http:
        yield Client(http, "ada")


async def test_the_primary_dies_and_the_standby_is_promoted(pair: Pair, recovered: Recovered) -> None:
    primary, standby, database = pair
    hosts = f"127.0.0.1:{primary.port},127.0.0.1:{standby.port}"
    async with _ada(f"postgresql://todo@{hosts}/{database}") as ada, Traffic(ada) as traffic:
        await primary.kill()
        await standby.promote()
        recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_the_primary_is_cut_off_and_the_standby_is_promoted(pair: Pair, recovered: Recovered) -> None:
    """Nothing tells that the first host is not there: it swallows everything."""
    primary, standby, database = pair
    async with Proxy(primary.port) as network:
        hosts = f"127.0.0.1:{network.port},127.0.0.1:{standby.port}"
        async with _ada(f"postgresql://todo@{hosts}/{database}") as ada, Traffic(ada) as traffic:
            network.swallow()
            await primary.kill()
            await standby.promote()
            recovered(await traffic.until_served(time.monotonic()), traffic)


async def test_an_address_moves_to_the_primary_while_the_standby_goes_on(pair: Pair) -> None:
    """All connections lead to a server that only reads: the first write that it refuses ends them all."""
    primary, standby, database = pair
    async with Proxy(primary.port) as network, _ada(f"postgresql://todo@127.0.0.1:{network.port}/{database}") as ada:
        await ada.create_task(title="first")
        network.target = standby.port
        network.reset()
        assert (await served_again(ada))["title"] == "first"
        refused = await ada.post("/v1/tasks", json={"title": "second"})
        assert refused.status_code == 503
        await served_again(ada, at_once=10)

        network.target = primary.port
        await ada.create_task(title="third")

        assert await ada.titles() == ["first", "third"]
