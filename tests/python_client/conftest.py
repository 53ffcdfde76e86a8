"""The client, used by somebody new, on a running API with a real database."""

from collections.abc import AsyncIterator

import pytest

from cluster import Cluster
from python_client.people import People
from running import SECRET, Api
from serving import serving
from todo_api.database_url import DatabaseTarget
from todo_api.settings import Settings
from todo_client import TodoClient


@pytest.fixture(scope="session")
async def api(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[Api]:
    database = await cluster.create_database(template=template)
    url = cluster.url(database.database)
    settings = Settings.from_environment({"DATABASE_URL": url, "TODO_DEVELOPMENT_SECRET": SECRET})
    async with serving(settings) as base_url:
        yield Api(base_url, settings, database)
    await cluster.drop_database(database)


@pytest.fixture
async def people(api: Api) -> AsyncIterator[People]:
    async with People(api) as people:
        yield people


@pytest.fixture
def ada(people: People) -> TodoClient:
    return people.client()
