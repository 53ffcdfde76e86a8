"""A running API on a real database, and the people who use it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from uuid import uuid4

import asyncpg
import pytest

from api.outage.operator import Operator
from change_log import Log
from client import Client
from cluster import Cluster
from partitioned import partition
from running import Api
from serving import api_on
from todo_api.database_url import DatabaseTarget

GENEROUS = {"TODO_POOL_SIZE": "20", "TODO_DOCS": "true"}
"""Half of the pool is what one user's writes may hold: enough for all that the tests send at once."""


@pytest.fixture(scope="session")
async def plain_api(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[Api]:
    """The API on the schema as it is migrated."""
    async with api_on(cluster, await cluster.create_database(template=template), **GENEROUS) as api:
        yield api


@pytest.fixture(scope="session")
async def partitioned_api(cluster: Cluster) -> AsyncIterator[Api]:
    """The API on the same schema, hash-partitioned by user."""
    database = await cluster.create_database()
    await partition(database)
    async with api_on(cluster, database, **GENEROUS) as api:
        yield api


@pytest.fixture(
    scope="session",
    params=["plain", pytest.param("partitioned", marks=pytest.mark.direct("a pooler knows nothing of partitions"))],
)
def api(request: pytest.FixtureRequest, plain_api: Api, partitioned_api: Api) -> Api:
    """Every test of the API runs on both."""
    return plain_api if request.param == "plain" else partitioned_api


@pytest.fixture
async def connection(api: Api) -> AsyncIterator[asyncpg.Connection]:
    """A line to the API's database that does not go through the API."""
    connection = await asyncpg.connect(**api.database.connect_arguments())
    yield connection
    await connection.close()


@pytest.fixture
async def operator(
    cluster: Cluster, database_target: DatabaseTarget, served_target: DatabaseTarget
) -> AsyncIterator[Operator]:
    """Whoever runs the database of a test that has one of its own."""
    connection = await asyncpg.connect(cluster.admin)
    yield Operator(connection, database_target, served_target)
    await connection.close()


@pytest.fixture
async def sign_in(api: Api) -> AsyncIterator[Callable[[str], Client]]:
    """Somebody new, by a name that is made unique."""
    async with AsyncExitStack() as stack:
        people: list[Client] = []

        def person(name: str) -> Client:
            user_id = f"{name}-{uuid4()}"
            people.append(Client(api.http(user_id), user_id))
            stack.push_async_callback(people[-1].http.aclose)
            return people[-1]

        yield person


@pytest.fixture
def ada(sign_in: Callable[[str], Client]) -> Client:
    return sign_in("ada")


@pytest.fixture
def bob(sign_in: Callable[[str], Client]) -> Client:
    return sign_in("bob")


@pytest.fixture
def log(connection: asyncpg.Connection, ada: Client) -> Log:
    """What ada's writes leave behind."""
    return Log(connection, ada)
