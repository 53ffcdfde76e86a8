"""What those who operate the service ask it."""

from collections.abc import AsyncIterator

import asyncpg
import httpx2
import pytest

from client import refusal
from cluster import Cluster
from running import Api, settings_of
from serving import serving
from todo_api.database_url import DatabaseTarget


@pytest.fixture
async def probe(cluster: Cluster, database_target: DatabaseTarget) -> AsyncIterator[httpx2.AsyncClient]:
    """Somebody without a token, and an API on a database of this test's own."""
    settings = settings_of(cluster.url(database_target.database))
    async with serving(settings) as url, Api(url, settings, database_target).http(None) as probe:
        yield probe


@pytest.fixture
async def database(database_target: DatabaseTarget) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(**database_target.connect_arguments())
    yield connection
    await connection.close()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_all_is_well(probe: httpx2.AsyncClient, path: str) -> None:
    response = await probe.get(path)

    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("revision", ["0000_before", ""])
async def test_another_schema_than_ours_is_not_ready(
    probe: httpx2.AsyncClient, database: asyncpg.Connection, revision: str
) -> None:
    ours = await database.fetchval("UPDATE alembic_version SET version_num = $1 RETURNING old.version_num", revision)

    response = await probe.get("/readyz")
    await database.execute("UPDATE alembic_version SET version_num = $1", ours)

    assert refusal(response) == (503, "migrations_pending")
    assert response.headers["retry-after"].isdigit()
    assert (await probe.get("/readyz")).status_code == 200, "it is asked anew each time"


@pytest.mark.parametrize("way", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
async def test_a_database_that_was_never_migrated_is_not_ready(
    probe: httpx2.AsyncClient, database: asyncpg.Connection, way: str
) -> None:
    await database.execute(way)

    assert refusal(await probe.get("/readyz")) == (503, "migrations_pending")
    assert (await probe.get("/healthz")).status_code == 200


async def test_a_token_makes_no_difference(probe: httpx2.AsyncClient) -> None:
    for path in ("/healthz", "/readyz"):
        assert (await probe.get(path, headers={"Authorization": "Bearer nonsense"})).status_code == 200
