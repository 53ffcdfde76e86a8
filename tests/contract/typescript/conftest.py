"""A frontend outside of the workspace that has installed the packed package, and an API for it to talk to."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import uuid4

import pytest

from cluster import Cluster
from consumer import installed, place_for_all
from running import SECRET, Api
from serving import api_on
from todo_api.auth import ClaimRules, mint
from todo_api.database_url import DatabaseTarget
from todo_api.embedded.node import NodeProject


@pytest.fixture(scope="session")
def consumer(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> NodeProject:
    return installed(place_for_all(tmp_path_factory, worker_id))


@pytest.fixture(scope="session")
async def api(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[Api]:
    async with api_on(cluster, await cluster.create_database(template=template)) as api:
        yield api


@pytest.fixture
def people(api: Api) -> dict[str, str]:
    """The environment of the consumer's programs: where the API is, and tokens of two new users."""
    ada, bob = f"ada-{uuid4()}", f"bob-{uuid4()}"
    rules = ClaimRules(api.settings.token_issuer, api.settings.token_audience)
    yesterday = replace(rules, now=lambda: time.time() - 86_400)
    return {
        "API": api.url,
        "TOKEN_OF_ADA": api.token(ada),
        "TOKEN_OF_BOB": api.token(bob),
        "EXPIRED_TOKEN_OF_ADA": mint(SECRET, yesterday, user_id=ada, lifetime_seconds=60),
    }
