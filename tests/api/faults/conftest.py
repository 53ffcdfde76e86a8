"""An API whose database server is the test's own, behind a network that can fail."""

from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from api.faults.traffic import RECOVERY_SECONDS, Traffic
from client import Client
from convergence.machines import reserved_port
from proxy import Proxy
from running import Api, settings_of
from server import Server, running_server
from serving import serving
from todo_api.database_url import DatabaseTarget, parse_database_url
from todo_api.migrating import migrate

CONNECTIONS = 20
"""What the server has; three of them are the superuser's."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with reserved_port() as port:
        yield port


@pytest.fixture(scope="module")
async def server(port: int) -> AsyncIterator[Server]:
    async with running_server(port, max_connections=str(CONNECTIONS)) as server:
        yield server


@pytest.fixture(scope="module")
async def own_template(server: Server) -> str:
    target = await server.create_database()
    await migrate(target)
    return target.database


@pytest.fixture
async def target(server: Server, own_template: str) -> DatabaseTarget:
    """A migrated database on that server."""
    return await server.create_database(own_template)


@pytest.fixture
async def network(server: Server) -> AsyncIterator[Proxy]:
    async with Proxy(server.port) as proxy:
        yield proxy


@pytest.fixture
async def api(server: Server, network: Proxy, target: DatabaseTarget) -> AsyncIterator[Api]:
    settings = settings_of(server.url(target.database, port=network.port))
    async with serving(settings) as url:
        yield Api(url, settings, parse_database_url(server.url(target.database)))


@pytest.fixture
async def ada(api: Api) -> AsyncIterator[Client]:
    async with api.http("ada") as http:
        yield Client(http, "ada")


@pytest.fixture
def recovered(request: pytest.FixtureRequest) -> Callable[[float, Traffic], None]:
    """Checks how many seconds it took until all was well; `pytest -n 0 -s` shows them."""

    def check(seconds: float, traffic: Traffic) -> None:
        told = f"well after {seconds:.2f} s, longest answer {traffic.longest:.2f} s, {dict(traffic.answers)}"
        print(f"\n{request.node.name}: {told}")  # noqa: T201  a figure for whoever asks for it
        assert seconds < RECOVERY_SECONDS

    return check
