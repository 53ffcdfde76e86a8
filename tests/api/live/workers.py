"""Workers: the API served several times on one database, as it is in production."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from client import Client
from running import Api, settings_of
from serving import serving
from todo_api.database_url import DatabaseTarget
from todo_api.live import Pace


@asynccontextmanager
async def workers(
    url: str, target: DatabaseTarget, count: int = 1, pace: Pace | None = None, **environment: str
) -> AsyncIterator[list[Client]]:
    """Ada, at each of so many workers on this database."""
    settings = settings_of(url, **{"TODO_POOL_SIZE": "20", **environment})
    async with AsyncExitStack() as running:
        people = []
        for _ in range(count):
            api = Api(await running.enter_async_context(serving(settings, pace)), settings, target)
            people.append(Client(await running.enter_async_context(api.http("ada")), "ada"))
        yield people
