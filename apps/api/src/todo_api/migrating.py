"""The database's schema, brought to what this version of the API expects; the steps are in `migrations/versions`."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, NullPool, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from todo_api.database_url import DatabaseTarget
from todo_api.revisions import head

CONNECT_TIMEOUT = 10.0
OLDEST_SERVER = 17
LOCK_TIMEOUT = 1.0
"""Seconds that a step waits for a table: whoever comes after it waits too, and requests wait for twice as long."""
LOCK_ATTEMPTS = 30
LOCK_PAUSE = 1.0
"""Between attempts, in which those who had to wait come to their turn."""
TURN_TIMEOUT = 60.0
"""Seconds to wait while another process migrates the same database."""
TURN_POLL = 0.1

_SERVER_VERSION = text("SELECT current_setting('server_version_num')::int / 10000")
_TAKE_TURN = text("SELECT pg_try_advisory_lock(hashtext('todo migrations'), 0)")


class CannotMigrate(Exception):
    """The schema was left as it was, or at the last step that succeeded; the message is a sentence."""


class UnknownRevision(CannotMigrate):
    """The database is ahead of this code."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"The database is at revision {revision}, which this version of the API does not know (it knows"
            f" {head()} and what came before); run the version that migrated it, or a newer one."
        )
        self.revision = revision


async def migrate(target: DatabaseTarget) -> list[str]:
    """Bring a database to the head; each step is a transaction. Returns the revisions applied, oldest first.

    Raises:
        CannotMigrate: the URL is a pooler's, the database is newer than the code, or somebody is in the way.
    """
    try:
        async with exclusive_connection(target) as connection:
            pending = await connection.run_sync(_pending)
            await _upgrade_in_nobodys_way(connection)
            return pending
    except asyncpg.LockNotAvailableError as error:
        raise CannotMigrate(
            f"A table was in use whenever the migration asked for it, {LOCK_ATTEMPTS} times for {LOCK_TIMEOUT:g} s, so"
            " it gave up instead of making everybody wait; try again when no long transaction is running."
        ) from error


async def _upgrade_in_nobodys_way(connection: AsyncConnection) -> None:
    """Apply what is pending; a step that does not get its table is rolled back and tried again in a moment."""
    for attempts_left in reversed(range(LOCK_ATTEMPTS)):
        try:
            await connection.run_sync(_upgrade)
        except DBAPIError as error:
            if not (attempts_left and isinstance(error.driver_exception, asyncpg.LockNotAvailableError)):
                raise
            await connection.rollback()
            await asyncio.sleep(LOCK_PAUSE)
        else:
            return


@asynccontextmanager
async def exclusive_connection(target: DatabaseTarget) -> AsyncIterator[AsyncConnection]:
    """A connection on which nothing times out but waiting, while no other process migrates this database.

    What PostgreSQL refuses is raised as asyncpg's error, as on any other connection of ours.

    Raises:
        CannotMigrate: the URL is a pooler's, the server is too old, or another process kept migrating.
    """
    if target.pooled:
        raise CannotMigrate(
            "Migrations need a connection of their own, and this URL leads to a pooler: use the direct host"
            " (Neon's is the same name without -pooler)."
        )
    engine = create_async_engine("postgresql+asyncpg://", connect_args=_arguments(target), poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            await _check_server(connection)
            await _take_turn(connection)
            yield connection
    except DBAPIError as error:
        raise error.driver_exception from error


async def _check_server(connection: AsyncConnection) -> None:
    """Refuse a server without the collation that texts are searched and sorted by."""
    version = await connection.scalar(_SERVER_VERSION)
    await connection.commit()
    if version < OLDEST_SERVER:
        raise CannotMigrate(f"PostgreSQL {OLDEST_SERVER} or newer is needed, and this is PostgreSQL {version}.")


def _arguments(target: DatabaseTarget) -> dict[str, Any]:
    arguments = target.connect_arguments()
    arguments["server_settings"] |= {
        "lock_timeout": f"{LOCK_TIMEOUT}s",
        "statement_timeout": "0",
        "idle_in_transaction_session_timeout": "0",
    }
    # This is SQLAlchemy's own cache; a step that reads what the one before it altered must not meet an outdated plan.
    return arguments | {"timeout": CONNECT_TIMEOUT, "prepared_statement_cache_size": 0}


async def _take_turn(connection: AsyncConnection) -> None:
    """Lock out other migrations until this connection ends.

    It asks again and again because a session that waits holds a snapshot, and CREATE INDEX CONCURRENTLY in the
    migration that it waits for would wait for that snapshot: a deadlock.
    """
    try:
        async with asyncio.timeout(TURN_TIMEOUT):
            while True:
                taken = await connection.scalar(_TAKE_TURN)
                await connection.commit()
                if taken:
                    return
                await asyncio.sleep(TURN_POLL)
    except TimeoutError as error:
        raise CannotMigrate("Another process has been migrating this database for a while; let it finish.") from error


def configuration(connection: Connection | None = None) -> Config:
    """What Alembic's commands need; without a connection they make their own to DATABASE_URL."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "todo_api:migrations")
    return config


def _pending(connection: Connection) -> list[str]:
    scripts = ScriptDirectory.from_config(configuration())
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise UnknownRevision(current)
    pending = [script.revision for script in scripts.iterate_revisions(head(), current or "base")]
    connection.commit()  # Alembic would take the transaction of the read above for ours and not commit its steps
    return pending[::-1]


def _upgrade(connection: Connection) -> None:
    command.upgrade(configuration(connection), "head")
