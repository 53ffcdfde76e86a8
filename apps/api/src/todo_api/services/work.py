"""A unit of work of one user."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any
from uuid import UUID

from todo_api.database import Row, Session
from todo_api.session import COMMAND_TIMEOUT
from todo_api.sql.statement import Statement
from todo_domain.caps import CAPS, Caps

MANY = 500
"""Things that are changed by one statement within a second, even on a slow machine."""
_LONGEST = 11.0
"""Seconds, of which the server gives 10 to any statement."""


class Work:
    """One unit of work of one user: every statement that it runs is bound to that user."""

    def __init__(
        self, session: Session, user_id: str, now: datetime, client: str | None = None, caps: Caps = CAPS
    ) -> None:
        self.session = session
        self.user_id = user_id
        self.now = now
        self.client = client
        self.caps = caps
        self._always = {"user_id": user_id, "now": now, "client": client, **caps._asdict()}

    async def row(self, statement: Statement, **values: Any) -> Row:
        return _always_there(await self.session.row(statement, {**values, **self._always}))

    async def row_of_much(self, statement: Statement, *, things: int, **values: Any) -> Row:
        """The row of one statement of several, about so many things: with more than MANY, it has all of the time."""
        seconds = _LONGEST if things > MANY else COMMAND_TIMEOUT
        return _always_there(await self.session.row_of_much(statement, {**values, **self._always}, seconds))

    async def each(self, statement: Statement, many: Sequence[dict[str, Any]]) -> list[Row]:
        """The statement's row for each of many values, one after the other, in few round trips."""
        return await self.session.rows(statement, [{**values, **self._always} for values in many])

    def attempt(self) -> AbstractAsyncContextManager[object]:
        """A part of the transaction that is taken back if it fails, and the transaction goes on."""
        return self.session.transaction()

    def decide(self, seen: int, moving: UUID, about: Collection[UUID]) -> int | None:
        """Which version of the account has to be current still when the decision takes effect.

        `seen` is the version on which it rests, `about` are the rows that it is about. None where the decision holds
        for sure.

        Raises:
            Overtaken: it does not hold any more.
        """
        del moving, about
        return seen

    @property
    def positions(self) -> list[str]:
        """Positions that were given out and may not be in the database yet."""
        return []

    async def take_time(self) -> None:
        """Let the server wait for us in the rest of this transaction, and us for it, which otherwise ends soon."""
        self.session.take_time()
        await self.session.connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")

    async def distrust_estimates(self) -> None:
        """Have no row compared with every other in the rest of this transaction.

        The planner takes what was just written, however much, for next to nothing, and keeps plans made for less.
        """
        await self.session.connection.execute(
            "SET LOCAL enable_nestloop = off; SET LOCAL plan_cache_mode = force_custom_plan"
        )

    def rows(self, statement: Statement) -> AsyncIterator[Row]:
        """Fetch as the rows are asked for, inside a transaction."""
        return self.session.stream(statement, self._always)


def _always_there(row: Row | None) -> Row:
    if row is None:
        raise LookupError("statements of the API answer one row, always")
    return row
