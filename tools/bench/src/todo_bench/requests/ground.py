"""The database under all candidates: the same before every slice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

import asyncpg

from todo_api.database_url import parse_database_url
from todo_bench import costs
from todo_bench.refusal import Invalid
from todo_bench.requests.population import ENDED
from todo_bench.requests.servers import Server

_LOOK_AGAIN = 0.05
_QUIET_LOOKS = 3
_SETTLE_SECONDS = 30.0
_TICK = 0.011
"""Seconds: what a process that does nothing may still be seen to have used."""
_BUSY = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
AND wait_event IS DISTINCT FROM 'ClientRead'
"""
"""Sessions that work. Their state would not tell: one that was made to prepare a statement stays active."""
_RESTORE = (
    "DELETE FROM change WHERE at > $1",
    "DELETE FROM task WHERE created_at > $1",
    """
    UPDATE task SET
      completed_at = CASE WHEN completed_at <= $1 THEN completed_at END,
      deleted_at = CASE WHEN deleted_at <= $1 THEN deleted_at END
    WHERE completed_at > $1 OR deleted_at > $1
    """,
)


class Ground:
    """The bench's own connection, and the server that it leads to."""

    def __init__(self, connection: Any, postmaster: int | None) -> None:
        self.connection = connection
        self._postmaster = postmaster

    @classmethod
    @asynccontextmanager
    async def open(cls, database_url: str) -> AsyncIterator[Self]:
        connection = await asyncpg.connect(**parse_database_url(database_url).connect_arguments())
        try:
            await connection.execute("SET statement_timeout = 0")
            yield cls(connection, costs.parent_of(await connection.fetchval("SELECT pg_backend_pid()")))
        finally:
            await connection.close()

    def cpu_seconds(self) -> float | None:
        """Of the database server's whole family of processes."""
        return None if self._postmaster is None else costs.cpu_seconds(self._postmaster)

    async def restore(self) -> None:
        """Take back what was written since the seeding, and sweep up. Versions stay where they are: they only grow."""
        for statement in _RESTORE:
            await self.connection.execute(statement, ENDED)
        await self.sweep()

    async def sweep(self) -> None:
        await self.connection.execute("VACUUM ANALYZE account, task, change")

    async def settle(self, server: Server) -> None:
        """Wait until the server has done with what it was asked for, answered or not.

        Raises:
            Invalid: it still works, long after nobody waits for it any more.
        """
        clock = asyncio.get_running_loop().time
        until = clock() + _SETTLE_SECONDS
        quiet, spent = 0, server.cpu_seconds() or 0.0
        while quiet < _QUIET_LOOKS:
            if clock() > until:
                name = server.candidate.name
                raise Invalid(f"{name} had not come to rest {_SETTLE_SECONDS:g} s after a slice; the run is invalid.")
            await asyncio.sleep(_LOOK_AGAIN)
            before, spent = spent, server.cpu_seconds() or 0.0
            at_rest = spent - before < _TICK and not await self.connection.fetchval(_BUSY)
            quiet = quiet + 1 if at_rest else 0
