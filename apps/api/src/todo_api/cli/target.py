"""The database that a command works on: the one of DATABASE_URL, or else the embedded one of the data folder."""

import asyncio
import os
from collections.abc import Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import asyncpg

from todo_api.cli.data_folder import data_folder
from todo_api.cli.refusal import Refused
from todo_api.database_url import DatabaseTarget, InvalidDatabaseUrl, parse_database_url
from todo_api.embedded import embedded_database
from todo_api.migrating import CONNECT_TIMEOUT, CannotMigrate, migrate
from todo_api.revisions import head, revision_of
from todo_api.settings import InvalidSettings


@contextmanager
def database_target(data: Path | None, command: str = "todo") -> Iterator[DatabaseTarget]:
    """The database to work on, with the tables that this code expects.

    The embedded server is started for as long as this lasts, or shared with a `todo up` that runs on the same folder.

    Raises:
        InvalidSettings: DATABASE_URL cannot be used.
        EmbeddedUnavailable: the embedded server cannot be used.
        Refused: the database cannot be reached, or it is elsewhere and not migrated.
    """
    with unmigrated_target(data, command) as target:
        bring_up_to_date(target)
        yield target


@contextmanager
def unmigrated_target(data: Path | None, command: str) -> Iterator[DatabaseTarget]:
    """The database to work on as it is, perhaps without a table."""
    with ExitStack() as running:
        url = os.environ.get("DATABASE_URL")
        yield parsed(running.enter_context(embedded_database(data_folder(data), command)) if url is None else url)


def parsed(url: str) -> DatabaseTarget:
    try:
        return parse_database_url(url)
    except InvalidDatabaseUrl as error:
        raise InvalidSettings(f"DATABASE_URL cannot be used: {error}") from error


def bring_up_to_date(target: DatabaseTarget) -> list[str]:
    """Migrate a database of this machine and say to which revisions; one elsewhere must be current already.

    Somebody else's server may have other users, whose version of the API a migration would break under their hands.

    Raises:
        Refused: it cannot be reached, or it is elsewhere and not current.
    """
    if target.is_local:
        return migrated(target)
    revision = _reached(target, _revision(target))
    if revision != head():
        found = f"at revision {revision}" if revision else "without tables"
        raise Refused(f"The database is {found} and this code needs {head()}; run `todo migrate` for it first.")
    return []


def migrated(target: DatabaseTarget) -> list[str]:
    """The revisions that were applied, oldest first.

    Raises:
        Refused: the database cannot be reached or migrated.
    """
    return _reached(target, migrate(target))


async def _revision(target: DatabaseTarget) -> str | None:
    connection = await asyncpg.connect(**target.connect_arguments(), timeout=CONNECT_TIMEOUT)
    try:
        return await revision_of(connection)
    finally:
        await connection.close()


def _reached[T](target: DatabaseTarget, work: Coroutine[Any, Any, T]) -> T:
    try:
        return asyncio.run(work)
    except CannotMigrate as error:
        raise Refused(str(error)) from error
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        host, port = target.hosts[0]
        reason = str(error) or "no answer in time"
        raise Refused(f"The database {target.database} on {host}:{port} cannot be used: {reason}") from error
