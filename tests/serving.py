"""The API on a loopback port, served by uvicorn in the tests' own event loop."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.types import ASGIApp

from cluster import Cluster
from running import Api, settings_of
from todo_api.app import create_app
from todo_api.database_url import DatabaseTarget
from todo_api.live import Pace
from todo_api.settings import Settings


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to pytest."""
        yield


@asynccontextmanager
async def serving(settings: Settings, pace: Pace | None = None) -> AsyncIterator[str]:
    """A running API's base URL."""
    async with serving_app(create_app(settings, pace)) as url:
        yield url


@asynccontextmanager
async def serving_app(app: ASGIApp) -> AsyncIterator[str]:
    """Its base URL."""
    # Only a socket that says TCP gets TCP_NODELAY from asyncio; without it each answer waits 40 ms for an ACK.
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        server = _Server(uvicorn.Config(app, http="httptools", log_config=None, access_log=False))
        running = asyncio.create_task(server.serve(sockets=[listener]))
        async with asyncio.timeout(10):
            while not server.started and not running.done():  # noqa: ASYNC110  uvicorn has no event for it
                await asyncio.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            await running


@asynccontextmanager
async def api_on(cluster: Cluster, database: DatabaseTarget, **environment: str) -> AsyncIterator[Api]:
    """A running API on a database of its own, which goes with it."""
    settings = settings_of(cluster.url(database.database), **environment)
    async with serving(settings) as base_url:
        yield Api(base_url, settings, database)
    await cluster.drop_database(database)
