"""Better Auth's server with the API behind it, both on one database."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field

import asyncpg
import pytest

from auth_server.person import Person
from auth_server.process import AUDIENCE, AUTH, ISSUER, AuthServer, migrated, running, settings
from cluster import Cluster
from letterbox import Letterbox
from proxy import Proxy
from running import UNHURRIED
from serving import serving
from todo_api.database_url import DatabaseTarget, parse_database_url
from todo_api.settings import Settings


@pytest.fixture(scope="session", autouse=True)
def installed() -> None:
    """Its packages, once for all of pytest's processes."""
    AUTH.install()


@dataclass(frozen=True)
class Site:
    """Where everything is."""

    auth: AuthServer
    api_url: str
    database_url: str
    way_to_the_api: Proxy
    """That of the auth server, which may be broken."""
    people: list[Person] = field(default_factory=list)

    def visitor(self, email: str | None = None, auth: AuthServer | None = None) -> Person:
        """Somebody with a browser of their own, perhaps at another server."""
        self.people.append(Person((auth or self.auth).url, self.api_url, email))
        return self.people[-1]

    async def person(self) -> Person:
        """Somebody who has signed up."""
        person = self.visitor()
        assert (await person.sign_up()).status_code == 200
        return person


@pytest.fixture(scope="module")
async def database_url(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[str]:
    """A database with the tables of both."""
    target = await cluster.create_database(template=template)
    await asyncio.to_thread(migrated, cluster.direct_url(target.database))
    yield cluster.url(target.database)
    await cluster.drop_database(target)


@pytest.fixture(scope="module")
async def site(database_url: str) -> AsyncIterator[Site]:
    async with Proxy(0) as way:
        with running(**settings(database_url, TODO_API_URL=f"http://127.0.0.1:{way.port}")) as auth:
            async with serving(api_settings(database_url, auth.url)) as api_url:
                way.target = int(api_url.rpartition(":")[2])
                site = Site(auth, api_url, database_url, way)
                yield site
                await asyncio.gather(*(person.close() for person in site.people))


def api_settings(database_url: str, auth_url: str) -> Settings:
    """Of an API that takes the tokens which the server signs."""
    return Settings.from_environment(
        {
            "DATABASE_URL": database_url,
            "AUTH_JWKS_URL": f"{auth_url}/api/auth/jwks",
            "AUTH_ISSUER": ISSUER,
            "AUTH_AUDIENCE": AUDIENCE,
            "TODO_DRAIN_SECONDS": "0",
            **UNHURRIED,
        }
    )


@pytest.fixture
def servers(database_url: str) -> Iterator[Callable[..., AuthServer]]:
    """Starts further servers on the database, with other settings."""
    started: list[AuthServer] = []

    def start(*arguments: str, **more: str) -> AuthServer:
        started.append(AuthServer(*arguments, **settings(database_url, **more)))
        return started[-1]

    yield start
    for server in started:
        server.remove()


@pytest.fixture
async def letterbox() -> AsyncIterator[Letterbox]:
    async with Letterbox() as letterbox:
        yield letterbox


@pytest.fixture
def direct_url(cluster: Cluster, database_url: str) -> str:
    """The way to the same database by which it is migrated."""
    return cluster.direct_url(parse_database_url(database_url).database)


@pytest.fixture
async def connection(direct_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(**parse_database_url(direct_url).connect_arguments())
    yield connection
    await connection.close()
