"""Its tables: a schema of their own, which Alembic neither makes nor sees."""

import asyncio

import asyncpg
import pytest
from alembic import command

from auth_server.process import SECONDS, migrated
from cluster import Cluster
from todo_api.database_url import DatabaseTarget
from todo_api.migrating import configuration, migrate

pytestmark = pytest.mark.direct("a migration is refused there")

TABLES = ["account", "jwks", "rateLimit", "session", "user", "verification"]


async def test_they_are_all_in_the_schema_and_made_once(connection: asyncpg.Connection, direct_url: str) -> None:
    named = "SELECT table_schema, table_name FROM information_schema.tables WHERE table_name = ANY($1) ORDER BY 1, 2"
    found = [tuple(row) for row in await connection.fetch(named, TABLES)]

    again = await asyncio.to_thread(migrated, direct_url)

    assert [name for schema, name in found if schema == "auth"] == TABLES
    assert [name for schema, name in found if schema == "public"] == ["account"], "the API's own, of another meaning"
    assert again == "The tables of the schema auth are up to date.\n"


async def test_no_foreign_key_leads_out_of_it_or_into_it(connection: asyncpg.Connection) -> None:
    crossing = await connection.fetchval(
        """
        SELECT count(*) FROM pg_constraint
        JOIN pg_class AS own ON own.oid = conrelid JOIN pg_class AS other ON other.oid = confrelid
        WHERE contype = 'f' AND own.relnamespace <> other.relnamespace
        """
    )
    own = await connection.fetchval(
        "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'auth'::regnamespace"
    )

    assert (crossing, own) == (0, 2)


async def test_alembic_does_not_see_it(direct_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", direct_url)

    await asyncio.to_thread(command.check, configuration())


async def test_one_waits_for_the_other(cluster: Cluster) -> None:
    target: DatabaseTarget = await cluster.create_database()
    holder = await asyncpg.connect(**target.connect_arguments())
    await holder.execute("SELECT pg_advisory_lock(x'746f646f'::int)")

    waiting = asyncio.create_task(asyncio.to_thread(migrated, cluster.direct_url(target.database)))
    async with asyncio.timeout(SECONDS):
        while not await holder.fetchval("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"):
            assert not waiting.done()
            await asyncio.sleep(0.02)
    made = await holder.fetchval("SELECT to_regnamespace('auth')")
    await holder.close()

    assert made is None
    assert (await waiting).startswith("The tables of the schema auth are brought up to date")
    await cluster.drop_database(target)


async def test_two_at_once_do_it_once_and_in_any_order_with_the_apis(cluster: Cluster) -> None:
    target: DatabaseTarget = await cluster.create_database()
    url = cluster.direct_url(target.database)

    said = await asyncio.gather(*(asyncio.to_thread(migrated, url) for _ in range(2)))
    await migrate(target)

    await cluster.drop_database(target)
    assert sorted(said) == [
        f"The tables of the schema auth are brought up to date: {', '.join(TABLES)}.\n",
        "The tables of the schema auth are up to date.\n",
    ]
