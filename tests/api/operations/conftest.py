"""An API of each test's own, on a database that can be made to fail."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from itertools import count
from pathlib import Path

import asyncpg
import pytest

from api.operations.production import Production, production
from client import Client
from cluster import Cluster
from running import Api, settings_of
from serving import serving
from todo_api.database_url import DatabaseTarget

UNWELCOME = "qzvx"
"""A title with this in it breaks a constraint of which the API knows nothing."""

DRAIN = "1.5"
"""Seconds in which a worker drains; the tests' balancer asks every 0.1."""

type Start = Callable[..., AbstractAsyncContextManager[Client]]
type StartWorker = Callable[..., Awaitable[Production]]


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


@pytest.fixture
async def start_worker(cluster: Cluster, database_target: DatabaseTarget, tmp_path: Path) -> AsyncIterator[StartWorker]:
    """Starts a process on this test's database."""
    numbers = count(1)
    async with AsyncExitStack() as running:

        async def started(**environment: str) -> Production:
            log, url = tmp_path / f"{next(numbers)}.log", cluster.url(database_target.database)
            worker = production(url, database_target, log, **{"TODO_DRAIN_SECONDS": DRAIN} | environment)
            return await asyncio.to_thread(running.enter_context, worker)

        yield started
