"""A new version with a new schema takes over from the old one, and nobody notices."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import asyncpg
import httpx2
import pytest

import todo_api
from api.operations.balancer import balancing
from api.operations.conftest import StartWorker
from api.operations.load import load_on
from cli.commands import todo
from client import refusal
from cluster import Cluster
from todo_api.database_url import DatabaseTarget
from todo_api.revisions import head

EXPAND = '''\
"""A step of a version to come, which only adds."""

import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{head}"


def upgrade() -> None:
    for table in ("account", "project", "task", "change"):
        op.add_column(table, sa.Column("mood", sa.Text))
    with op.get_context().autocommit_block():
        op.execute("SET lock_timeout = 0")
        op.create_index("ix_task_mood", "task", ["user_id", "mood"], postgresql_concurrently=True)
        op.execute("RESET lock_timeout")
'''


@pytest.fixture
def next_version(tmp_path: Path) -> dict[str, str]:
    """The environment of a version that has one migration more."""
    source = tmp_path / "next" / "todo_api"
    shutil.copytree(Path(todo_api.__file__).parent, source, ignore=shutil.ignore_patterns("__pycache__"))
    (source / "migrations" / "versions" / "9000_mood.py").write_text(EXPAND.format(head=head()))
    return {"PYTHONPATH": str(source.parent)}


async def test_no_request_fails_while_workers_are_replaced_around_a_migration(
    start_worker: StartWorker, next_version: dict[str, str], cluster: Cluster, database_target: DatabaseTarget
) -> None:
    old = [await start_worker(), await start_worker()]
    async with (
        balancing(*(worker.api.url for worker in old)) as balancer,
        load_on(replace(old[0].api, url=balancer.url)) as load,
    ):
        await load.goes_on()
        first = await start_worker(**next_version)
        async with httpx2.AsyncClient(trust_env=False) as probe:
            assert refusal(await probe.get(f"{first.api.url}/readyz")) == (503, "migrations_pending")

        url = cluster.direct_url(database_target.database)
        migration = await asyncio.to_thread(todo, "migrate", DATABASE_URL=url, **next_version)
        assert (migration.returncode, migration.stdout.splitlines()[0]) == (0, "Applied 9000")
        await load.goes_on()

        await balancer.add(first.api.url)
        await asyncio.to_thread(old[0].stop)
        second = await start_worker(**next_version)
        await balancer.add(second.api.url)
        await asyncio.to_thread(old[1].stop)
        await load.goes_on()
        assert balancer.ready == {first.api.url, second.api.url}

    assert load.failures == {}


async def test_a_migration_that_has_to_wait_for_a_table_fails_nobodys_request(
    start_worker: StartWorker, next_version: dict[str, str], cluster: Cluster, database_target: DatabaseTarget
) -> None:
    """Whoever reads for long, as a dump does, makes it wait; whoever comes after it waits too, but not for long."""
    worker = await start_worker()
    url = cluster.direct_url(database_target.database)
    async with reading_for_long(database_target) as operator, load_on(worker.api) as load:
        await load.goes_on()
        migrating = asyncio.create_task(asyncio.to_thread(todo, "migrate", DATABASE_URL=url, **next_version))
        async with asyncio.timeout(20):
            for _ in range(2):
                for is_waiting in (True, False):
                    while await operator.fetchval(MIGRATION_WAITS) is not is_waiting:  # noqa: ASYNC110  PostgreSQL tells nobody
                        await asyncio.sleep(0.02)
        await load.goes_on()
        await operator.execute("COMMIT")
        migration = await migrating
        await load.goes_on()

    assert (migration.returncode, migration.stdout.splitlines()[0]) == (0, "Applied 9000")
    assert load.failures == {}


MIGRATION_WAITS = """
    SELECT EXISTS (
        SELECT FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    )
"""


@asynccontextmanager
async def reading_for_long(target: DatabaseTarget) -> AsyncIterator[asyncpg.Connection]:
    """Somebody in a transaction that has looked into the tables."""
    arguments = target.connect_arguments()
    arguments["server_settings"] = {"idle_in_transaction_session_timeout": "0"}
    operator = await asyncpg.connect(**arguments)
    try:
        await operator.execute("BEGIN")
        await operator.fetch("SELECT count(*) FROM task, account, project, change")
        yield operator
    finally:
        await operator.close()
