"""One connection, for one unit of work, and what it means when it breaks in the middle."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import batched
from math import inf
from typing import Any

from todo_api.failures import ERRORS, Failure, classify
from todo_api.sql.statement import Statement

COMMAND_TIMEOUT = 2.5
"""Seconds for what has no time of its own, and how long much work waits for the next sign of life."""
MUCH_TIME = 5.0
"""Seconds for what nobody waits for."""
_AT_ONCE = 25
"""Statements in one round trip: few enough for an answer within COMMAND_TIMEOUT, whatever they do."""
_PREFETCH = 500

type Row = Mapping[str, Any]


class DatabaseUnavailable(Exception):
    """The database could not be reached, or went away; it is worth trying again in a moment."""


class OutcomeUnknown(DatabaseUnavailable):
    """The connection broke in the middle of a write: it was done or it was not."""


class Session:
    """A connection that is to have done its work by a time of the event loop's clock.

    What takes many round trips has longer: while the server goes on answering, it has COMMAND_TIMEOUT for each.
    """

    def __init__(self, connection: Any, until: float = inf) -> None:
        self.connection = connection
        self._until = until

    def take_time(self) -> None:
        """From now on each statement has its own time, and all together as much as they need."""
        self._until = inf

    async def row(self, statement: Statement, values: Mapping[str, Any]) -> Row | None:
        """The statement's row; it takes as long as there is left."""
        row: Row | None = await self.connection.fetchrow(
            statement.sql, *statement.arguments(values), timeout=self._left()
        )
        return row

    async def row_of_much(
        self, statement: Statement, values: Mapping[str, Any], seconds: float = COMMAND_TIMEOUT
    ) -> Row | None:
        """The row of one statement of several, with so many seconds of its own."""
        self._go_on(seconds)
        row = await self.row(statement, values)
        self._go_on()
        return row

    async def rows(self, statement: Statement, many: Sequence[Mapping[str, Any]]) -> list[Row]:
        """One row for each of many values, in their order and in few round trips."""
        rows: list[Row] = []
        for some in batched(many, _AT_ONCE, strict=False):
            self._go_on()
            arguments = [statement.arguments(values) for values in some]
            rows += await self.connection.fetchmany(statement.sql, arguments, timeout=self._left())
        self._go_on()
        return rows

    async def stream(self, statement: Statement, values: Mapping[str, Any]) -> AsyncIterator[Row]:
        """Fetch as the rows are asked for, inside a transaction.

        A cursor of asyncpg's own would be a prepared statement, which a pooler keeps for whoever comes next.
        """
        connection = self.connection
        self._go_on()
        await connection.execute("SET LOCAL cursor_tuple_fraction = 1", timeout=self._left())
        declare = f"DECLARE rows NO SCROLL CURSOR FOR {statement.sql}"
        await connection.execute(declare, *statement.arguments(values), timeout=self._left())
        while rows := await connection.fetch(f"FETCH {_PREFETCH} FROM rows", timeout=self._left()):
            for row in rows:
                yield row
            self._go_on()
        await connection.execute("CLOSE rows", timeout=self._left())
        self._go_on()

    @asynccontextmanager
    async def transaction(self, **kind: Any) -> AsyncIterator[None]:
        """A transaction, or a part of one, of which nothing can have happened before its end is asked for.

        `kind` is for asyncpg: its isolation, and whether it only reads.

        Raises:
            DatabaseUnavailable: the connection broke before that, so that the work may be done again.
        """
        transaction = self.connection.transaction(**kind)
        try:
            async with asyncio.timeout(self._left()):
                await transaction.start()
            yield
        except BaseException as error:
            is_lost = classify(error) is Failure.LOST
            if is_lost or isinstance(error, asyncio.CancelledError):
                self.connection.terminate()
            else:
                with suppress(*ERRORS):  # it ends with the connection, if not by this
                    async with asyncio.timeout(self._left()):
                        await transaction.rollback()
            if is_lost:
                raise DatabaseUnavailable from error
            raise
        async with asyncio.timeout(self._left()):
            await transaction.commit()

    def _go_on(self, seconds: float = COMMAND_TIMEOUT) -> None:
        """The server has just answered: there are so many seconds for what comes next."""
        self._until = max(self._until, asyncio.get_running_loop().time() + seconds)

    def _left(self) -> float:
        """Seconds for the next statement; it has a last chance even if there are none."""
        if self._until == inf:
            return MUCH_TIME
        return max(0.1, self._until - asyncio.get_running_loop().time())
