"""The databases that tests run on."""

from collections.abc import AsyncIterator, Iterator

import pytest

from cluster import Cluster, running_cluster
from todo_api.database_url import DatabaseTarget
from todo_api.migrating import migrate


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with running_cluster() as cluster:
        yield cluster


@pytest.fixture(scope="session")
async def template(cluster: Cluster) -> DatabaseTarget:
    """A migrated database for others to be copies of; nobody may stay connected to it."""
    target = await cluster.create_database("template_migrated")
    await migrate(target)
    return target


@pytest.fixture
async def database_target(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[DatabaseTarget]:
    """A migrated database of this test's own."""
    target = await cluster.create_database(template=template)
    yield target
    await cluster.drop_database(target)
