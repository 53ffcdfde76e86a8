"""Workers of each test's own, with limits that can be met."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import NamedTuple

import httpx2
import pytest

from cluster import Cluster
from running import Api, settings_of
from serving import serving
from todo_api.database_url import DatabaseTarget

type Start = Callable[..., AbstractAsyncContextManager[list[Api]]]

_POLICY = re.compile(r'"(?P<name>[a-z]+)";q=(?P<quota>[0-9]+);w=60')
_LIMIT = re.compile(r'"(?P<name>[a-z]+)";r=(?P<remaining>[0-9]+);t=(?P<seconds>[0-9]+)')


class Told(NamedTuple):
    """What the header fields of an answer tell."""

    name: str
    quota: int
    remaining: int
    seconds: int


def told_by(response: httpx2.Response) -> Told:
    policy = _POLICY.fullmatch(response.headers["RateLimit-Policy"])
    limit = _LIMIT.fullmatch(response.headers["RateLimit"])
    assert policy is not None
    assert limit is not None
    assert policy["name"] == limit["name"]
    return Told(policy["name"], int(policy["quota"]), int(limit["remaining"]), int(limit["seconds"]))


@pytest.fixture
def start(cluster: Cluster, database_target: DatabaseTarget) -> Start:
    """Starts workers, `count` of them, with more of an environment."""

    @asynccontextmanager
    async def started(count: int = 1, **environment: str) -> AsyncIterator[list[Api]]:
        settings = settings_of(cluster.url(database_target.database), **environment)
        async with AsyncExitStack() as running:
            yield [
                Api(await running.enter_async_context(serving(settings)), settings, database_target)
                for _ in range(count)
            ]

    return started
