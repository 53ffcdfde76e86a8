"""An API with one connection to its database, and a tap on that."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from api.costs.measuring import Tapped
from client import Client
from cluster import Cluster
from running import Api, settings_of
from serving import serving
from tap import Tap
from todo_api.database_url import DatabaseTarget


@pytest.fixture(scope="module")
async def tapped(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[Tapped]:
    database = await cluster.create_database(template=template)
    async with Tap(cluster.folder) as tap:
        settings = settings_of(tap.url(database.database), TODO_POOL_SIZE="1")
        async with serving(settings) as url:
            api = Api(url, settings, database)
            await _until_the_line_is_there(api, tap)
            yield Tapped(api, tap)
    await cluster.drop_database(database)


async def _until_the_line_is_there(api: Api, tap: Tap) -> None:
    """That by which workers tell each other of writes begins with the first of them, and is no request's cost."""
    async with api.http("the first one") as http:
        await Client(http, "the first one").create_task()
    async with asyncio.timeout(10):
        while not any("LISTEN" in sql for trip in tap.trips for sql in trip.sql):  # noqa: ASYNC110  the tap tells nobody
            await asyncio.sleep(0.01)
