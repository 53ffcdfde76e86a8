"""Workers on a database of each test's own, and whoever breaks what is between them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial

import asyncpg
import pytest

from api.live.workers import workers
from api.outage.operator import Operator
from client import Client
from cluster import Cluster
from todo_api.database_url import DatabaseTarget

type Start = Callable[..., AbstractAsyncContextManager[list[Client]]]


@pytest.fixture
def start(cluster: Cluster, database_target: DatabaseTarget) -> Start:
    """Starts workers: `count` of them, at a `pace`, with more of an environment."""
    return partial(workers, cluster.url(database_target.database), database_target)


@pytest.fixture
async def operator(cluster: Cluster, database_target: DatabaseTarget) -> AsyncIterator[Operator]:
    connection = await asyncpg.connect(cluster.admin)
    yield Operator(connection, database_target)
    await connection.close()
