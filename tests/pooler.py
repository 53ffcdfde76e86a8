"""PgBouncer in transaction mode before a server, as Debian packages it; there is none in the wheels."""

import asyncio
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import asyncpg

from convergence.machines import reserved_port
from todo_api.database_url import DatabaseTarget, parse_database_url
from todo_api.embedded import programs

PROGRAM = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/opt/homebrew/bin:/usr/local/bin:/usr/local/sbin")
SIZE = 12
"""Connections to the server for each database: fewer than the 20 that an API of the tests has to the pooler, so that
they really are shared, and more than the half of those, which one user's writes may hold."""
_PATIENCE = 10.0
_CONFIGURATION = """
[databases]
* = host={host} port={server} user=todo
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {size}
max_client_conn = 500
server_login_retry = 1
server_idle_timeout = 0
logfile = {folder}/log
"""
_MINE = {"application_name": "looking", "timezone": "Asia/Kathmandu"}
"""What who looks asks for: PgBouncer sees to it that everybody has these as they like, and nobody as somebody else."""
_LEFT = """
SELECT (SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()) AS since,
       ARRAY(SELECT statement FROM pg_prepared_statements)
       || ARRAY(SELECT statement FROM pg_cursors WHERE is_holdable)
       || ARRAY(SELECT relname::text FROM pg_class WHERE relnamespace = pg_my_temp_schema())
       || ARRAY(SELECT pg_listening_channels())
       || ARRAY(SELECT name || ' = ' || setting FROM pg_settings
                WHERE source = 'session' AND (lower(name), setting) <> ALL (VALUES
                    ('application_name', 'looking'), ('timezone', 'Asia/Kathmandu'), ('client_encoding', 'UTF8')))
       || ARRAY(SELECT 'advisory lock' FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) AS left
"""
"""What somebody could find who gets the connection next."""


class Pooler:
    def __init__(self, port: int) -> None:
        self.port = port
        self.unchecked: set[str] = set()
        """The databases to which somebody was given the way, and at which nobody has looked since."""

    def url(self, database: str) -> str:
        """What `DATABASE_URL` would hold."""
        self.unchecked.add(database)
        return f"postgresql://todo@127.0.0.1:{self.port}/{database}?pgbouncer=true"

    def target(self, database: str) -> DatabaseTarget:
        return parse_database_url(self.url(database))

    async def check(self, database: str) -> None:
        """Fail if anything was left behind by those who were given the way to this database."""
        if database in self.unchecked:
            left = await self.leftovers(database)
            self.unchecked.remove(database)
            assert left == [], f"left behind on {database}: {left}"

    async def leftovers(self, database: str) -> list[str]:
        """What was left behind on the connections to the server, each of which is looked at.

        They are held until there is a new one, which PgBouncer makes only when it has no other.
        """
        found: list[str] = []
        began = datetime.now(UTC)
        arguments = self.target(database).connect_arguments() | {"server_settings": _MINE}
        async with asyncio.timeout(_PATIENCE), AsyncExitStack() as held:
            for _ in range(SIZE):
                connection = await asyncpg.connect(**arguments)
                held.callback(connection.terminate)
                await held.enter_async_context(connection.transaction())
                row = await connection.fetchrow(_LEFT)
                assert row is not None
                found += row["left"]
                if row["since"] > began:
                    break
        return found


@contextmanager
def running_pooler(host: str, server: int = 5432) -> Iterator[Pooler]:
    """A pooler before this server, which lets the role `todo` in without a password."""
    assert PROGRAM is not None
    with tempfile.TemporaryDirectory(prefix="todo-pooler-") as name, reserved_port() as port:
        folder = Path(name).resolve()
        file = folder / "pgbouncer.ini"
        file.write_text(_CONFIGURATION.format(host=host, server=server, port=port, size=SIZE, folder=folder))
        programs.owner().take(folder)
        file.chmod(0o644)
        process = subprocess.Popen(
            [PROGRAM, "--quiet", str(file)], stderr=subprocess.DEVNULL, cwd="/", **programs.owner().process()
        )
        try:
            _wait(port, process)
            yield Pooler(port)
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("PgBouncer did not start.")
