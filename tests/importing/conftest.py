"""Two people on a real database."""

from collections.abc import AsyncIterator

import pytest

from cluster import Cluster
from importing.person import Person
from todo_api.database import Database
from todo_api.database_url import DatabaseTarget, parse_database_url


@pytest.fixture(scope="session")
async def database(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[Database]:
    target = await cluster.create_database(template=template)
    database = Database(parse_database_url(cluster.url(target.database)), pool_size=2)
    yield database
    await database.close()
    await cluster.drop_database(target)


@pytest.fixture
def ada(database: Database) -> Person:
    return Person(database, "ada")


@pytest.fixture
def bob(database: Database) -> Person:
    return Person(database, "bob")
