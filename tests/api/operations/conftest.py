"""An API of each test's own, on a database that can be made to fail."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import asyncpg
import pytest

from client import Client
from cluster import Cluster
from running import Api, settings_of
from serving import serving
from todo_api.database_url import DatabaseTarget

UNWELCOME = "qzvx"
"""A title with this in it breaks a constraint of which the API knows nothing."""

type Start = Callable[..., AbstractAsyncContextManager[Client]]


@pytest.fixture
def start(cluster: Cluster, database_target: DatabaseTarget) -> Start:
    """Starts an API in an environment; gives back somebody signed in there."""

    @asynccontextmanager
    async def started(**environment: str) -> AsyncIterator[Client]:
        settings = settings_of(cluster.url(database_target.database), **environment)
        async with serving(settings) as url, Api(url, settings, database_target).http("ada") as http:
            yield Client(http, "ada")

    return started


@pytest.fixture
async def fault(database_target: DatabaseTarget) -> None:
    connection = await asyncpg.connect(**database_target.connect_arguments())
    await connection.execute(f"ALTER TABLE task ADD CONSTRAINT unwelcome CHECK (title !~ '{UNWELCOME}')")
    await connection.close()
