"""The databases that tests run on."""

from collections.abc import AsyncIterator
from contextlib import ExitStack

import pytest

from cluster import Cluster, running_cluster
from pooler import PROGRAM, running_pooler
from todo_api.database_url import DatabaseTarget, parse_database_url
from todo_api.migrating import migrate


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pooler", action="store_true", help="let every API go through PgBouncer, in transaction mode")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("pooler"):
        config.option.reportchars += "s"  # who stays away from the pooler is told, with the reason


def pytest_report_header(config: pytest.Config) -> str | None:
    if not config.getoption("pooler"):
        return None
    return "pooler: what has no database is left out, and what is marked as direct is skipped"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Through the pooler goes whatever has a database, and does not say why it cannot."""
    if not config.getoption("pooler"):
        return
    config.hook.pytest_deselected(items=[item for item in items if not _has_database(item)])
    items[:] = filter(_has_database, items)
    for item in items:
        if (direct := item.get_closest_marker("direct")) is not None:
            (reason,) = direct.args
            item.add_marker(pytest.mark.skip(reason=f"not through the pooler: {reason}"))


def _has_database(item: pytest.Item) -> bool:
    return isinstance(item, pytest.Function) and "cluster" in item.fixturenames


@pytest.fixture(scope="session")
async def cluster(request: pytest.FixtureRequest) -> AsyncIterator[Cluster]:
    with running_cluster() as cluster, ExitStack() as before:
        if request.config.getoption("pooler"):
            assert PROGRAM is not None, "--pooler needs PgBouncer: apt-get install pgbouncer"
            await cluster.go_through(before.enter_context(running_pooler(str(cluster.folder))))
        yield cluster
        await cluster.check()


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


@pytest.fixture
def served_target(cluster: Cluster, database_target: DatabaseTarget) -> DatabaseTarget:
    """The same, as an API gets there."""
    return parse_database_url(cluster.url(database_target.database))
