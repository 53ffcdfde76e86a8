"""A candidate on the API's own database, and the same people at both."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack

import httpx2
import pytest

from bench.baselines.person import Person
from bench.baselines.processes import running
from cluster import Cluster
from running import SECRET, Api
from serving import api_on
from todo_api.database_url import DatabaseTarget
from todo_bench.candidates import Candidate

pytest.register_assert_rewrite("bench.baselines.conformity")


@pytest.fixture(scope="session")
async def api(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[Api]:
    async with api_on(cluster, await cluster.create_database(template=template)) as api:
        yield api


@pytest.fixture(scope="module")
def candidate_url(candidate: Candidate, api: Api, cluster: Cluster) -> Iterator[str]:
    """Where the candidate answers, on the API's database; which one it is, each module says."""
    environment = {"DATABASE_URL": cluster.direct_url(api.database.database), "TODO_DEVELOPMENT_SECRET": SECRET}
    with running(candidate, environment) as url:
        yield url


@pytest.fixture
async def people(api: Api, candidate_url: str) -> AsyncIterator[tuple[Person, Person]]:
    """Two people with an account."""
    async with AsyncExitStack() as stack:
        made = [Person.named(name, api, candidate_url) for name in ("ada", "bob")]
        for person in made:
            await stack.enter_async_context(person.at_api.http)
            await stack.enter_async_context(person.at_candidate)
            await person.at_api.create_task(title="The first one")
        ada, bob = made
        yield ada, bob


@pytest.fixture
def ada(people: tuple[Person, Person]) -> Person:
    return people[0]


@pytest.fixture
def bob(people: tuple[Person, Person]) -> Person:
    return people[1]


@pytest.fixture
async def stranger(candidate_url: str) -> AsyncIterator[httpx2.AsyncClient]:
    """Whoever has no token at the candidate."""
    async with httpx2.AsyncClient(base_url=candidate_url, trust_env=False) as http:
        yield http
