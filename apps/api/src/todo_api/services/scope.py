"""One user's reach into the database."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any

import asyncpg

from todo_api.database import Database, DatabaseUnavailable, Row, Session
from todo_api.services.caps import Uncounted
from todo_api.services.once import Once
from todo_api.services.outcome import Document, NotProvisioned, Overtaken
from todo_api.services.work import Work
from todo_api.sql.account import LOCK_ACCOUNT, PROVISION_ACCOUNT
from todo_api.sql.caps import COUNT_TASKS
from todo_api.sql.statement import Statement
from todo_domain import new_id
from todo_domain.caps import CAPS, Caps
from todo_domain.errors import DomainError, InboxProtected, LabelExists, TooDeep

_CONSTRAINTS: dict[str, type[DomainError]] = {
    "ck_project_inbox_stays": InboxProtected,
    "ck_task_depth": TooDeep,
    "uq_label_name": LabelExists,
}
_ATTEMPTS = 5


class UserScope:
    """Runs units of work as one user; there is no way to another user's rows from here."""

    def __init__(  # noqa: PLR0913  who works and where, and what a write is to be told or to tell
        self,
        database: Database,
        user_id: str,
        now: datetime,
        *,
        client: str | None = None,
        caps: Caps = CAPS,
        once: Once | None = None,
        committed: Callable[[str, int], None] | None = None,
    ) -> None:
        """`client` is what the log of changes will call who wrote; `once` makes a write happen once for its key.

        `committed` is told the user and the change, after each write that made one.
        """
        self.database = database
        self.user_id = user_id
        self.now = now
        self._client = client
        self._caps = caps
        self._once = once
        self._committed = committed

    async def read(self, statement: Statement, **values: Any) -> Row:
        return await self.database.read(lambda session: self._work(session).row(statement, **values))

    async def write(
        self, unit: Callable[[Work], Awaitable[Document]], *, at_once: bool = True, keep: bool = True
    ) -> Document:
        """Run a unit of work that writes, again if it was overtaken, and make the account first if there is none.

        The first try is optimistic: a single statement, no lock held between round trips. A unit that was overtaken
        runs in a transaction that holds the account's lock, where it cannot be overtaken again. One that does not
        write at once but takes several statements always does. So does one with an idempotency key, and what it
        answers is kept in that transaction, unless there will be nobody to keep it for.

        Raises:
            DomainError: a constraint of the schema refused.
            KeyReused: the key belongs to another request.
            StillRunning: the request that the key belongs to is being answered at this moment.
        """
        run = self._optimistic if at_once else self._locked
        once = self._once if keep else None
        document: Document = await self._run(unit, run if once is None else partial(self._kept, once))
        if self._committed is not None and document.change_id is not None:
            self._committed(self.user_id, document.change_id)
        return document

    async def transaction[T](self, unit: Callable[[Work], Awaitable[T]]) -> T:
        """Run a unit of several statements, all or none of them, under the account's lock from the first on.

        Raises:
            DomainError: a constraint of the schema refused.
        """

        async def unhurried(work: Work) -> T:
            await work.take_time()
            return await unit(work)

        return await self._run(unhurried, self._locked)

    async def _run[T](
        self, unit: Callable[[Work], Awaitable[T]], run: Callable[[Callable[[Work], Awaitable[T]], float], Awaitable[T]]
    ) -> T:
        began = self.database.now()
        for _ in range(_ATTEMPTS):
            try:
                async with self.database.turns.of(self.user_id, began):
                    return await run(unit, began)
            except TimeoutError as error:
                raise DatabaseUnavailable from error
            except NotProvisioned:
                await self.provision()
            except Uncounted:
                await self._count_tasks()
            except Overtaken:
                run = self._locked if run == self._optimistic else run
            except asyncpg.IntegrityConstraintViolationError as violation:
                raise meaning(violation) from violation
        raise DatabaseUnavailable

    async def _kept(self, once: Once, unit: Callable[[Work], Awaitable[Document]], since: float) -> Document:
        async def under_key(session: Session) -> Document:
            work = self._work(session)
            async with session.transaction():
                kept = await once.answer(work)
                if kept is not None:
                    return kept
                if await session.row(LOCK_ACCOUNT, {"user_id": self.user_id}) is None:
                    raise NotProvisioned  # what is answered is kept with the account
                document = await unit(work)
                await once.keep(work, document)
                return document

        # Not `write`: if the connection breaks, the key tells whether it was done.
        return await self.database.read(under_key, since)

    async def stream(self, statements: Iterable[Statement]) -> AsyncGenerator[str]:
        """The lines that some statements make, all as of one moment, without holding them in memory."""
        async with self.database.snapshot() as session:
            work = self._work(session)
            for statement in statements:
                async for row in work.rows(statement):
                    yield row["line"]

    async def provision(self) -> None:
        """Make the account and its inbox, unless they are there."""
        # Not `write`: done twice it is done once, so a connection that breaks is no reason to give up.
        await self.database.read(lambda session: self._work(session).row(PROVISION_ACCOUNT, inbox_id=new_id()))

    async def _count_tasks(self) -> None:
        """Have the account know how many there are, which it does not after an undo, say."""

        async def under_lock(session: Session) -> None:
            async with session.transaction():
                await session.row(LOCK_ACCOUNT, {"user_id": self.user_id})
                await self._work(session).row(COUNT_TASKS)

        await self.database.read(under_lock)  # nor is this `write`: counted twice it is counted once

    async def _optimistic[T](self, unit: Callable[[Work], Awaitable[T]], since: float) -> T:
        return await self.database.write(lambda session: unit(self._work(session)), since)

    async def _locked[T](self, unit: Callable[[Work], Awaitable[T]], since: float) -> T:
        async def under_lock(session: Session) -> T:
            async with session.transaction():
                await session.row(LOCK_ACCOUNT, {"user_id": self.user_id})
                return await unit(self._work(session))

        return await self.database.write(under_lock, since)

    def _work(self, session: Session) -> Work:
        return Work(session, self.user_id, self.now, self._client, self._caps)


def meaning(violation: asyncpg.IntegrityConstraintViolationError) -> Exception:
    """The domain error that a violated constraint stands for; a hash partition's carries its number behind the name."""
    name = str(violation.constraint_name or "").rstrip("0123456789").removesuffix("_p")
    error = _CONSTRAINTS.get(name)
    return violation if error is None else error()
