"""Connections with everything prepared, handed on in order of arrival; no reset, no probe, no timeout."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from operator import itemgetter
from typing import Any

import asyncpg

from todo_api.database_url import parse_database_url
from todo_api.sql.statement import Statement

type _Line = Mapping[Statement, Any]
"""One connection, as the statements prepared on it."""


class Connections:
    """A pool for these statements and no others."""

    def __init__(self, *statements: Statement) -> None:
        self._arguments = {each: itemgetter(*each.parameters) for each in statements}
        self._free: list[_Line] = []
        self._waiting: deque[asyncio.Future[_Line]] = deque()

    @asynccontextmanager
    async def opened(self, database_url: str, size: int) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            for _ in range(size):
                connection = await asyncpg.connect(**parse_database_url(database_url).connect_arguments())
                stack.push_async_callback(connection.close)
                self._free.append({each: await connection.prepare(each.sql) for each in self._arguments})
            yield

    async def row(self, statement: Statement, values: Mapping[str, Any]) -> Any:
        """The statement's one row. The values are those that asyncpg sends; no column's type converts them."""
        line = self._free.pop() if self._free else await self._next()
        try:
            return await line[statement].fetchrow(*self._arguments[statement](values))
        finally:
            self._hand_on(line)

    def _next(self) -> asyncio.Future[_Line]:
        waiting: asyncio.Future[_Line] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        return waiting

    def _hand_on(self, line: _Line) -> None:
        while self._waiting:
            waiting = self._waiting.popleft()
            if not waiting.done():
                waiting.set_result(line)
                return
        self._free.append(line)
