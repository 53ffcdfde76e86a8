"""The client, used by somebody new, on a running API with a real database."""

from collections.abc import AsyncIterator

import pytest

from cluster import Cluster
from python_client.people import People
from running import Api
from serving import api_on
from todo_api.database_url import DatabaseTarget
from todo_client import TodoClient


@pytest.fixture(scope="session")
async def api(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[Api]:
    async with api_on(cluster, await cluster.create_database(template=template)) as api:
        yield api


@pytest.fixture
async def people(api: Api) -> AsyncIterator[People]:
    async with People(api) as people:
        yield people


@pytest.fixture
def ada(people: People) -> TodoClient:
    return people.client()
