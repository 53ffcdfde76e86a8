"""Workers on a database of each test's own, and whoever breaks what is between them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial

import pytest

from api.live.workers import workers
from client import Client
from cluster import Cluster
from todo_api.database_url import DatabaseTarget

type Start = Callable[..., AbstractAsyncContextManager[list[Client]]]


@pytest.fixture
def start(cluster: Cluster, database_target: DatabaseTarget) -> Start:
    """Starts workers: `count` of them, at a `pace`, with more of an environment."""
    return partial(workers, cluster.url(database_target.database), database_target)
