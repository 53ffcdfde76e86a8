"""Migrations make the schema that the models describe, in nobody's way, for a role that only owns its database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import asyncpg
import pytest
from alembic import command
from sqlalchemy import Connection, text

from cluster import Cluster
from todo_api import migrating
from todo_api.database_url import DatabaseTarget
from todo_api.migrating import (
    CannotMigrate,
    UnknownRevision,
    configuration,
    exclusive_connection,
    migrate,
)
from todo_api.revisions import head, revision_of
from todo_domain import METADATA

pytestmark = pytest.mark.direct("a migration is refused there")

SCHEMA = """
    SELECT format('%s.%s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod))
           || coalesce(' COLLATE ' || l.collname, '') || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
           || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
      LEFT JOIN pg_collation l ON l.oid = a.attcollation
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT format('%s of %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
      FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype <> 'n'  -- NOT NULL is told by the columns
    UNION ALL
    SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT format('%s of kind %s', relname, relkind) FROM pg_class WHERE relnamespace = 'public'::regnamespace
"""

QUEUED = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"
"""What pg_stat_activity says stays as it was at its first look until the end of a transaction."""


@pytest.fixture
async def empty(cluster: Cluster) -> AsyncIterator[DatabaseTarget]:
    """A database without a table."""
    target = await cluster.create_database()
    yield target
    await cluster.drop_database(target)


@asynccontextmanager
async def connected(target: DatabaseTarget) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(**target.connect_arguments())
    try:
        yield connection
    finally:
        await connection.close()


async def schema_of(target: DatabaseTarget) -> set[str]:
    """What the catalogue says about our tables (Alembic's own left out), one fact a line."""
    async with connected(target) as connection:
        facts = [record[0] for record in await connection.fetch(SCHEMA)]
    return {fact for fact in facts if "alembic_version" not in fact}


async def create_from_models(target: DatabaseTarget) -> None:
    async with exclusive_connection(target) as connection:
        await connection.run_sync(METADATA.create_all)
        await connection.commit()


async def back_to(target: DatabaseTarget, revision: str) -> None:
    """As it was left by an older version."""

    def downgrade(connection: Connection) -> None:
        command.downgrade(configuration(connection), revision)

    async with exclusive_connection(target) as connection:
        await connection.run_sync(downgrade)


async def until_queued(connection: Any, *, is_queued: bool = True) -> None:
    """Until somebody waits for a lock in this database, or nobody does."""
    async with asyncio.timeout(10):
        while is_queued != await connection.fetchval(QUEUED):  # noqa: ASYNC110  PostgreSQL tells nobody of itself
            await asyncio.sleep(0.005)


async def test_the_migrated_schema_is_the_one_of_the_models(empty: DatabaseTarget, template: DatabaseTarget) -> None:
    await create_from_models(empty)

    assert await schema_of(template) == await schema_of(empty)


@pytest.mark.parametrize(
    "difference",
    [
        "DROP INDEX ix_task_due",
        "ALTER INDEX ix_task_due RENAME TO ix_task_date",
        "ALTER TABLE task DROP CONSTRAINT ck_task_depth",
        "ALTER TABLE task RENAME CONSTRAINT ck_task_depth TO depth",
        "ALTER TABLE task ALTER due_kind SET NOT NULL",
        "ALTER TABLE task ALTER notes SET DEFAULT ''",
        "ALTER TABLE task ALTER depth TYPE integer",
        'ALTER TABLE task ALTER title TYPE text COLLATE "C"',
        "ALTER TABLE change ALTER CONSTRAINT fk_change_account DEFERRABLE",
        "CREATE VIEW open_task AS SELECT * FROM task",
    ],
)
async def test_a_difference_in_the_schema_is_seen(
    difference: str, database_target: DatabaseTarget, template: DatabaseTarget
) -> None:
    async with connected(database_target) as connection:
        await connection.execute(difference)

    assert await schema_of(database_target) != await schema_of(template)


async def test_a_migrated_database_is_at_the_head(empty: DatabaseTarget) -> None:
    async with connected(empty) as connection:
        assert await revision_of(connection) is None

        applied = await migrate(empty)

        assert applied[-1] == await revision_of(connection) == head()


async def test_migrating_again_applies_nothing(database_target: DatabaseTarget) -> None:
    before = await schema_of(database_target)

    assert await migrate(database_target) == []
    assert await schema_of(database_target) == before


async def test_of_two_migrations_at_once_one_does_the_work(empty: DatabaseTarget) -> None:
    applied = await asyncio.gather(*(migrate(empty) for _ in range(4)))

    assert sorted(applied, key=len)[:3] == [[], [], []]
    assert max(applied, key=len)[-1] == head()


async def test_the_way_back_leaves_nothing(database_target: DatabaseTarget) -> None:
    await back_to(database_target, "base")

    assert await schema_of(database_target) == set()
    async with connected(database_target) as connection:
        assert await revision_of(connection) is None


async def test_there_and_back_and_there_again(database_target: DatabaseTarget, template: DatabaseTarget) -> None:
    await back_to(database_target, "base")

    assert (await migrate(database_target))[-1] == head()
    assert await schema_of(database_target) == await schema_of(template)


async def test_an_index_that_was_left_half_made_is_made_anew(
    database_target: DatabaseTarget, template: DatabaseTarget
) -> None:
    await back_to(database_target, "0003")
    async with connected(database_target) as connection:
        await connection.execute("CREATE INDEX ix_task_user_id_priority_id ON task (title)")

        assert (await migrate(database_target))[0] == "0004"

    assert await schema_of(database_target) == await schema_of(template)


async def test_a_database_ahead_of_the_code_is_left_alone(database_target: DatabaseTarget) -> None:
    async with connected(database_target) as connection:
        await connection.execute("UPDATE alembic_version SET version_num = '9999'")
        before = await schema_of(database_target)

        with pytest.raises(UnknownRevision, match=r"at revision 9999, which this version of the API does not know"):
            await migrate(database_target)

        assert await revision_of(connection) == "9999"
        assert await schema_of(database_target) == before


async def test_a_pooled_url_is_refused(empty: DatabaseTarget) -> None:
    with pytest.raises(CannotMigrate, match="use the direct host"):
        await migrate(replace(empty, pooled=True))


async def test_the_role_that_migrates_owns_its_database_and_nothing_else(database_target: DatabaseTarget) -> None:
    async with connected(database_target) as connection:
        powers = await connection.fetchval(
            "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user"
        )
        ours = await connection.fetchval(
            "SELECT bool_and(tableowner = current_user) FROM pg_tables WHERE schemaname = 'public'"
        )

    assert not powers
    assert ours


async def test_a_long_step_is_not_cut_off_but_waits_for_nobody(empty: DatabaseTarget) -> None:
    async with exclusive_connection(empty) as connection:
        assert await connection.scalar(text("SHOW statement_timeout")) == "0"
        assert await connection.scalar(text("SHOW lock_timeout")) == "1s"


async def test_a_database_that_does_not_exist_is_told_in_the_drivers_words(empty: DatabaseTarget) -> None:
    with pytest.raises(asyncpg.InvalidCatalogNameError, match='database "nowhere" does not exist'):
        await migrate(replace(empty, database="nowhere"))


async def test_tables_that_no_migration_made_are_not_taken_over(empty: DatabaseTarget) -> None:
    await create_from_models(empty)

    with pytest.raises(asyncpg.DuplicateTableError, match='relation "account" already exists'):
        await migrate(empty)


async def test_a_migration_gives_up_on_a_table_that_stays_locked(
    database_target: DatabaseTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "LOCK_TIMEOUT", 0.05)
    monkeypatch.setattr(migrating, "LOCK_PAUSE", 0.0)
    await back_to(database_target, "0002")
    async with connected(database_target) as connection, connection.transaction():
        await connection.execute("LOCK TABLE change")

        with pytest.raises(CannotMigrate, match="when no long transaction is running"):
            await migrate(database_target)


async def test_a_step_that_did_not_get_its_table_is_tried_again(
    database_target: DatabaseTarget, template: DatabaseTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "LOCK_TIMEOUT", 0.05)
    monkeypatch.setattr(migrating, "LOCK_PAUSE", 0.0)
    monkeypatch.setattr(migrating, "LOCK_ATTEMPTS", 1000)
    await back_to(database_target, "0001")
    async with connected(database_target) as connection:
        async with connection.transaction():
            await connection.execute("LOCK TABLE change")
            migration = asyncio.create_task(migrate(database_target))
            for _ in range(3):
                await until_queued(connection)
                await until_queued(connection, is_queued=False)

        assert (await migration)[0] == "0002"
    assert await schema_of(database_target) == await schema_of(template)


async def test_an_index_that_is_built_beside_the_writers_waits_for_the_slowest(
    database_target: DatabaseTarget, template: DatabaseTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock timeout would break it off, and leave an index that is not valid and in the way of the next attempt."""
    monkeypatch.setattr(migrating, "LOCK_TIMEOUT", 0.05)
    monkeypatch.setattr(migrating, "LOCK_ATTEMPTS", 1)
    await back_to(database_target, "0001")
    async with connected(database_target) as connection, connected(database_target) as reader:
        async with reader.transaction(isolation="repeatable_read"):
            await reader.execute("SELECT")
            migration = asyncio.create_task(migrate(database_target))
            await until_queued(connection)
            for _ in range(10):
                assert await connection.fetchval("SELECT pg_sleep(0.05) IS NOT NULL")
            assert not migration.done()

        assert (await migration)[0] == "0002"
    assert await schema_of(database_target) == await schema_of(template)


async def test_a_step_that_was_broken_off_half_way_is_done_again(
    database_target: DatabaseTarget, template: DatabaseTarget
) -> None:
    """What was committed before an index could be built is there, and so is half of the index."""
    await back_to(database_target, "0002")
    async with connected(database_target) as connection:
        await connection.execute("UPDATE alembic_version SET version_num = '0001'")

    assert (await migrate(database_target))[0] == "0002"
    assert await schema_of(database_target) == await schema_of(template)


async def test_a_migration_gives_up_on_another_one_that_does_not_end(
    empty: DatabaseTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with exclusive_connection(empty):
        monkeypatch.setattr(migrating, "TURN_TIMEOUT", 0.3)

        with pytest.raises(CannotMigrate, match="let it finish"):
            await migrate(empty)

    assert (await migrate(empty))[-1] == head()


async def test_a_read_is_planned_anew_after_the_table_has_changed(database_target: DatabaseTarget) -> None:
    read = text("SELECT * FROM account")
    insert = text(
        "INSERT INTO account (user_id, version, timezone, inbox_id, created_at, updated_at, motto)"
        " VALUES ('ada', 1, 'UTC', gen_random_uuid(), now(), now(), 'onwards')"
    )
    async with exclusive_connection(database_target) as connection:
        await connection.execute(read)
        await connection.execute(text("ALTER TABLE account ADD COLUMN motto text"))
        await connection.execute(insert)

        assert (await connection.execute(read)).mappings().one()["motto"] == "onwards"


async def test_alembics_own_command_finds_the_database_and_nothing_to_do(
    database_target: DatabaseTarget, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", cluster.direct_url(database_target.database))

    await asyncio.to_thread(command.check, configuration())


async def test_a_server_that_is_too_old_is_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    target = await cluster.create_database()
    monkeypatch.setattr(migrating, "OLDEST_SERVER", 99)

    with pytest.raises(CannotMigrate, match=r"PostgreSQL 99 or newer is needed, and this is PostgreSQL \d+\."):
        await migrate(target)

    await cluster.drop_database(target)
