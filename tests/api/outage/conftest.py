"""An API on a database of each test's own, which may be mistreated."""

from collections.abc import AsyncIterator

import pytest

from cluster import Cluster
from running import Api, settings_of
from serving import serving
from todo_api.database_url import DatabaseTarget


@pytest.fixture
async def api(cluster: Cluster, database_target: DatabaseTarget) -> AsyncIterator[Api]:
    settings = settings_of(cluster.url(database_target.database))
    async with serving(settings) as url:
        yield Api(url, settings, database_target)
