"""One connection, for one unit of work, and what it means when it breaks in the middle."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from math import inf
from typing import Any

from todo_api.failures import ERRORS, Failure, classify
from todo_api.sql.statement import Statement

COMMAND_TIMEOUT = 2.5
"""Seconds for what has no time of its own."""
MUCH_TIME = 5.0
"""Seconds for what does much at once."""
SECONDS_EACH = 0.1
"""More, for each statement of many that are run together."""

type Row = Mapping[str, Any]


class DatabaseUnavailable(Exception):
    """The database could not be reached, or went away; it is worth trying again in a moment."""


class OutcomeUnknown(DatabaseUnavailable):
    """The connection broke in the middle of a write: it was done or it was not."""


class Session:
    """A connection that is to have done its work by a time of the event loop's clock."""

    def __init__(self, connection: Any, until: float = inf) -> None:
        self.connection = connection
        self._until = until

    def take_time(self) -> None:
        """From now on each statement has its own time, and all together as much as they need."""
        self._until = inf

    async def row(self, statement: Statement, values: Mapping[str, Any], *, seconds: float | None = None) -> Row | None:
        """The statement's row; it takes as long as there is left unless it has `seconds` of its own."""
        arguments = statement.arguments(values)
        row: Row | None = await self.connection.fetchrow(statement.sql, *arguments, timeout=seconds or self._left())
        return row

    async def rows(self, statement: Statement, many: Sequence[Mapping[str, Any]]) -> list[Row]:
        """One row for each of many values, in their order and in one round trip."""
        arguments = [statement.arguments(values) for values in many]
        seconds = MUCH_TIME + SECONDS_EACH * len(many)
        return list(await self.connection.fetchmany(statement.sql, arguments, timeout=seconds))

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """A transaction, or a part of one, of which nothing can have happened before its end is asked for.

        Raises:
            DatabaseUnavailable: the connection broke before that, so that the work may be done again.
        """
        transaction = self.connection.transaction()
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

    def _left(self) -> float:
        """Seconds for the next statement; it has a last chance even if there are none."""
        if self._until == inf:
            return MUCH_TIME
        return max(0.1, self._until - asyncio.get_running_loop().time())
