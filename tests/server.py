"""A PostgreSQL server of a test's own, always at the same port, which may be killed, frozen, copied and promoted."""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path

import asyncpg

from todo_api.database_url import DatabaseTarget, parse_database_url
from todo_api.embedded import programs

_PATIENCE = 30.0
"""Seconds for a start; on an idle machine it takes less than one."""
_SETTINGS = {"fsync": "off", "full_page_writes": "off", "unix_socket_directories": "", "listen_addresses": "127.0.0.1"}
"""What is acknowledged survives the server's death, as the kernel lives on."""


class Server:
    """It accepts the roles `postgres` and `todo` from this machine."""

    def __init__(self, folder: Path, port: int, settings: Mapping[str, str]) -> None:
        self.folder = folder
        self.port = port
        self.is_up = False
        self._settings = {**_SETTINGS, "port": str(port), **settings}
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)

    def url(self, database: str, user: str = "todo", port: int | None = None) -> str:
        """What `DATABASE_URL` would hold; the port is a proxy's, if any."""
        return f"postgresql://{user}@127.0.0.1:{port or self.port}/{database}"

    async def start(self) -> None:
        """Until it accepts connections; after a death that is as soon as the last of its processes has noticed."""
        async with asyncio.timeout(_PATIENCE):
            while not await self._accepts():
                if self._process is None or self._process.poll() is not None:
                    self._launch()
                await asyncio.sleep(0.02)
        self.is_up = True

    async def kill(self) -> None:
        """As the kernel does it when there is no memory left: the others end by themselves, without a farewell."""
        self.is_up = False
        if self._process is not None:
            self._process.kill()
            await asyncio.to_thread(self._process.wait)

    async def stop(self) -> None:
        """Hang up on everybody, and end."""
        self.is_up = False
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            await asyncio.to_thread(self._process.wait, _PATIENCE)

    async def create_database(self, template: str = "template1") -> DatabaseTarget:
        """For the role `todo`; a copy of one that nobody is connected to."""
        name = f"own_{next(self._numbers)}"
        await self.execute(f"CREATE DATABASE {name} OWNER todo TEMPLATE {template}")
        return parse_database_url(self.url(name))

    async def execute(self, sql: str) -> None:
        """Run a command as the superuser."""
        async with self.admin() as connection:
            await connection.execute(sql)

    @asynccontextmanager
    async def admin(self) -> AsyncIterator[asyncpg.Connection]:
        connection = await asyncpg.connect(self.url("postgres", "postgres"), ssl=False)
        try:
            yield connection
        finally:
            connection.terminate()

    async def backends(self, database: str) -> list[int]:
        """The process ids of those who serve the connections to a database."""
        async with self.admin() as connection:
            rows = await connection.fetch("SELECT pid FROM pg_stat_activity WHERE datname = $1", database)
        return [row["pid"] for row in rows]

    async def waiting(self, database: str) -> list[int]:
        """The process ids of those who wait for a lock, as soon as there are any."""
        query = "SELECT pid FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'"
        async with asyncio.timeout(_PATIENCE), self.admin() as connection:
            while not (rows := await connection.fetch(query, database)):  # noqa: ASYNC110  the server has no event for us
                await asyncio.sleep(0.01)
        return [row["pid"] for row in rows]

    async def hang_up(self, database: str) -> int:
        """End the connections to a database; how many they were."""
        async with self.admin() as connection:
            query = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1"
            return int(await connection.fetchval(query, database))

    async def promote(self) -> None:
        """Make a standby the primary."""
        async with self.admin() as connection:
            await connection.execute("SELECT pg_promote(true, 20)")

    def _launch(self) -> None:
        arguments = [argument for name, value in self._settings.items() for argument in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [programs.program("postgres"), "-D", str(self.folder), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=programs.ENVIRONMENT,
                cwd="/",
                start_new_session=True,
                **programs.owner().process(),
            )

    async def _accepts(self) -> bool:
        if self._process is None:
            return False
        try:
            async with asyncio.timeout(5), self.admin() as connection:
                await connection.execute("SELECT 1")
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            return False
        return True


@asynccontextmanager
async def running_server(port: int, **settings: str) -> AsyncIterator[Server]:
    """A new server; it and its files are gone afterwards."""
    async with _folder() as folder:
        programs.run("initdb", "-D", str(folder), "-U", "postgres", "--auth=trust", "--no-instructions", "--no-sync")
        async with _running(Server(folder, port, settings)) as server:
            await server.execute("CREATE ROLE todo LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE")
            yield server


@asynccontextmanager
async def running_standby(primary: Server, port: int) -> AsyncIterator[Server]:
    """A copy of a server that follows it."""
    async with _folder() as folder:
        where = ["-h", "127.0.0.1", "-p", str(primary.port), "-U", "postgres"]
        copy = ["pg_basebackup", "-D", str(folder), *where, "-R", "-X", "stream", "-c", "fast", "--no-sync"]
        await asyncio.to_thread(programs.run, *copy)
        async with _running(Server(folder, port, {})) as standby:
            yield standby


@asynccontextmanager
async def _running(server: Server) -> AsyncIterator[Server]:
    try:
        await server.start()
        yield server
    finally:
        await server.stop()


@asynccontextmanager
async def _folder() -> AsyncIterator[Path]:
    folder = await asyncio.to_thread(lambda: Path(tempfile.mkdtemp(prefix="todo-own-")).resolve())
    programs.owner().take(folder)
    try:
        yield folder
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


@asynccontextmanager
async def frozen(processes: list[int]) -> AsyncIterator[None]:
    """While this lasts, these processes do nothing, and nobody is told."""
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)
