"""Whoever runs the database, and does to it what happens to databases."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from todo_api.database_url import DatabaseTarget

_WAITING = "wait_event_type = 'Lock'"
_PATIENCE = 5.0


class Operator:
    """A superuser, connected to another database than the one that it is about."""

    LOCK = "ALTER DATABASE {0} ALLOW_CONNECTIONS false"

    def __init__(self, connection: asyncpg.Connection, target: DatabaseTarget, served: DatabaseTarget) -> None:
        self.connection = connection
        self.target = target
        self._served = served

    async def run(self, command: str) -> None:
        """Run a command about the database, whose name goes where `{0}` is."""
        await self.connection.execute(command.format(self.target.database))

    async def hang_up(self, *, on_the_waiting: bool = False) -> None:
        """End the connections to the database, as a restart of the server does, without waiting for their end."""
        await self.connection.execute(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND ({_WAITING} OR $2)",
            self.target.database,
            not on_the_waiting,
        )

    async def until_somebody_waits(self) -> None:
        """Until a connection waits for a lock."""
        await self._until(_WAITING, 1)

    async def until_nobody_waits(self) -> None:
        """Until no connection waits for a lock, not even one whose client has gone."""
        await self._until(_WAITING, 0)

    async def lock_out(self, command: str) -> None:
        """Run a command that lets nobody in when nobody is there; who was there is hung up on and would come back."""
        oid = await self.connection.fetchval("SELECT oid FROM pg_database WHERE datname = $1", self.target.database)
        await self.run(self.LOCK)
        async with asyncio.timeout(_PATIENCE):
            while await self._count("true"):
                await self.hang_up()
                await asyncio.sleep(0.01)
        if command == self.LOCK:
            return
        await self.run(command)
        name = await self.connection.fetchval("SELECT datname FROM pg_database WHERE oid = $1", oid)
        await self.connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")

    async def let_in(self, command: str) -> None:
        """Run a command that lets everybody in again, and wait until they are: a pooler asks only once a second."""
        await self.run(command)
        async with asyncio.timeout(_PATIENCE):
            while not await self._is_open():  # noqa: ASYNC110  the server has no event for us
                await asyncio.sleep(0.01)

    @asynccontextmanager
    async def transaction(self, command: str) -> AsyncIterator[None]:
        """While this lasts, somebody else's transaction has run this command and not ended."""
        connection = await asyncpg.connect(**self.target.connect_arguments())
        try:
            async with connection.transaction():
                await connection.execute(command)
                yield
        finally:
            await connection.close()

    async def _is_open(self) -> bool:
        try:
            connection = await asyncpg.connect(**self._served.connect_arguments())
        except asyncpg.PostgresError:
            return False
        try:
            return bool(await connection.fetchval("SELECT true"))
        except (asyncpg.PostgresError, asyncpg.InterfaceError):
            return False
        finally:
            connection.terminate()

    async def _until(self, condition: str, count: int) -> None:
        async with asyncio.timeout(_PATIENCE):
            while await self._count(condition) != count:  # noqa: ASYNC110  the server has no event for us
                await asyncio.sleep(0.01)

    async def _count(self, condition: str) -> int:
        query = f"SELECT count(*) FROM pg_stat_activity WHERE datname = $1 AND {condition}"
        return int(await self.connection.fetchval(query, self.target.database))
