"""Connections to a database that may be on any of several hosts."""

import asyncio
from typing import Any

import asyncpg

from todo_api.database_url import DatabaseTarget
from todo_api.failures import ERRORS

CONNECT_SECONDS = 1.5
"""For all hosts together, each having its part: one that swallows everything must not keep us from the next."""


class Connector:
    """Opens connections, to the host first that was the right one the last time."""

    def __init__(self, target: DatabaseTarget) -> None:
        self._target = target
        self._first = 0

    async def connect(self, **more: Any) -> asyncpg.Connection:
        """A connection to a host that has the role that the URL asks for; `more` is for asyncpg.

        Raises:
            OSError, asyncpg.PostgresError, asyncpg.InterfaceError: what the last host said.
        """
        hosts = self._target.hosts
        if self._target.target_session_attrs != "prefer-standby":
            return await self._any_of(hosts, more)
        try:
            return await self._any_of(hosts, {"target_session_attrs": "standby", **more})
        except ERRORS:
            return await self._any_of(hosts, {"target_session_attrs": "any", **more})

    async def _any_of(self, hosts: tuple[tuple[str, int], ...], more: dict[str, Any]) -> asyncpg.Connection:
        arguments = self._target.connect_arguments() | more
        last: Exception = OSError("no host")
        for turn in range(len(hosts)):
            place = (self._first + turn) % len(hosts)
            host, port = hosts[place]
            try:
                async with asyncio.timeout(CONNECT_SECONDS / len(hosts)):
                    connection: asyncpg.Connection = await asyncpg.connect(**arguments | {"host": host, "port": port})
                    if self._target.pooled:
                        await _learn_types(connection)
            except ERRORS as error:
                last = error
            else:
                self._first = place
                return connection
        raise last


async def _learn_types(connection: asyncpg.Connection) -> None:
    """Let asyncpg ask for the arrays that statements take, in a transaction that is rolled back.

    It turns JIT off for that and on again, which a pooler would leave to somebody else if it came later.
    """
    transaction = connection.transaction()
    await transaction.start()
    await connection.fetchval("SELECT $1::bigint[], $2::uuid[]", [], [])
    await transaction.rollback()
