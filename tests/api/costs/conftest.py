"""An API with one connection to its database, and a tap on that."""

from collections.abc import AsyncIterator

import pytest

from api.costs.measuring import Tapped
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
            yield Tapped(Api(url, settings, database), tap)
    await cluster.drop_database(database)
