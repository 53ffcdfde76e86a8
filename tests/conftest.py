"""The databases that tests run on."""

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack

import pytest

from cluster import Cluster, running_cluster
from pooler import PROGRAM, running_pooler
from todo_api.database_url import DatabaseTarget
from todo_api.migrating import migrate


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pooler", action="store_true", help="let every API go through PgBouncer, in transaction mode")


@pytest.fixture(scope="session")
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster]:
    with running_cluster() as cluster, ExitStack() as before:
        if request.config.getoption("pooler"):
            assert PROGRAM is not None, "--pooler needs PgBouncer: apt-get install pgbouncer"
            cluster.pooler = before.enter_context(running_pooler(str(cluster.folder)))
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
