"""Units of work on the database, and what is tried again when a connection breaks."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from types import TracebackType

import asyncpg

from todo_api.connecting import Connector
from todo_api.database_url import DatabaseTarget
from todo_api.failures import ERRORS, Failure, classify, is_standby
from todo_api.pool import POOL_TIMEOUT, Pool
from todo_api.session import COMMAND_TIMEOUT, DatabaseUnavailable, OutcomeUnknown, Row, Session
from todo_api.turns import Turns

__all__ = ["Database", "DatabaseUnavailable", "OutcomeUnknown", "Row", "Session"]

PATIENCE = 2.75
"""Seconds from the beginning of a unit of work to its end, of which it may wait POOL_TIMEOUT for a connection."""
ATTEMPTS = 3
LAST_ATTEMPT = 1.0
"""Seconds after the beginning in which another attempt may start: who waits shall know soon."""


class _Lease(AbstractAsyncContextManager[Session]):
    """A connection of the pool's for the time of an `async with`."""

    def __init__(self, pool: Pool, since: float) -> None:
        self._pool = pool
        self._since = since
        self._connection: asyncpg.Connection

    async def __aenter__(self) -> Session:
        try:
            self._connection = await self._pool.acquire(self._since + POOL_TIMEOUT)
        except ERRORS as error:
            # Nothing about the request can have caused it, not even where trying again is in vain: a password that
            # has changed, a database that is gone.
            raise DatabaseUnavailable from error
        return Session(self._connection, self._since + PATIENCE)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is not None and (
            isinstance(error, asyncio.CancelledError) or classify(error) in {Failure.LOST, Failure.NOT_STARTED}
        ):
            self._connection.terminate()  # or the next attempt might be given the same one
        if error is not None and is_standby(error):
            self._pool.hang_up_idle()  # they lead there too
        self._pool.release(self._connection)


class Database:
    """A pool of connections to one database."""

    def __init__(self, target: DatabaseTarget, pool_size: int = 10) -> None:
        """It connects when it is first needed, so that a sleeping database keeps nobody from starting."""
        self.target = target
        self._connector = Connector(target)
        self.pool = Pool(self._connect, pool_size)
        self.turns = Turns(max(1, pool_size // 2), POOL_TIMEOUT)
        self.retries = 0
        self._snapshots = asyncio.Semaphore(max(1, pool_size // 4))

    async def _connect(self) -> asyncpg.Connection:
        return await self._connector.connect(command_timeout=COMMAND_TIMEOUT)

    async def close(self) -> None:
        """Give running units of work a moment, then hang up."""
        await self.pool.close(COMMAND_TIMEOUT)

    def now(self) -> float:
        """The beginning of a unit of work, by the event loop's clock."""
        return asyncio.get_running_loop().time()

    def session(self, since: float | None = None) -> AbstractAsyncContextManager[Session]:
        """A connection that has just answered or was used a moment ago, for work that began at `since`.

        Raises:
            DatabaseUnavailable: none could be had in time.
        """
        return _Lease(self.pool, self.now() if since is None else since)

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Session]:
        """A transaction that sees everything as of one moment and changes nothing.

        It is not tried again: what was passed on from it cannot be taken back.

        Raises:
            DatabaseUnavailable: no connection could be had, or it broke.
        """
        began = self.now()
        try:
            async with (
                self._slot_for_snapshot(began),
                self.session(began) as session,
                session.transaction(isolation="repeatable_read", readonly=True),
            ):
                yield session
        except ERRORS as error:
            if classify(error) is Failure.FINAL:
                raise
            raise DatabaseUnavailable from error

    @asynccontextmanager
    async def _slot_for_snapshot(self, since: float) -> AsyncIterator[None]:
        """Snapshots take long, so that they get only a part of the pool."""
        try:
            async with asyncio.timeout_at(since + POOL_TIMEOUT):
                await self._snapshots.acquire()
        except TimeoutError as error:
            raise DatabaseUnavailable from error
        try:
            yield
        finally:
            self._snapshots.release()

    async def read[T](self, unit: Callable[[Session], Awaitable[T]], since: float | None = None) -> T:
        """Run a unit of work that changes nothing; it is tried again on another connection if one breaks.

        Raises:
            DatabaseUnavailable: it kept failing.
        """
        return await self._run(unit, since, {Failure.TRY_AGAIN, Failure.NOT_STARTED, Failure.LOST})

    async def write[T](self, unit: Callable[[Session], Awaitable[T]], since: float | None = None) -> T:
        """Run a unit of work that may change something; it is tried again only where nothing can have happened.

        Raises:
            OutcomeUnknown: its connection broke; it may have been done all the same.
            DatabaseUnavailable: it failed.
        """
        return await self._run(unit, since, {Failure.TRY_AGAIN, Failure.NOT_STARTED})

    async def _run[T](
        self, unit: Callable[[Session], Awaitable[T]], since: float | None, repeatable: set[Failure]
    ) -> T:
        began = self.now() if since is None else since
        for attempt in range(1, ATTEMPTS + 1):
            try:
                async with self.session(began) as session:
                    return await unit(session)
            except DatabaseUnavailable:
                if attempt == ATTEMPTS or self.now() > began + LAST_ATTEMPT:
                    raise
            except ERRORS as error:
                failure = classify(error)
                if failure is Failure.FINAL:
                    raise
                if failure is Failure.LOST and failure not in repeatable:
                    raise OutcomeUnknown from error
                if failure not in repeatable or attempt == ATTEMPTS or self.now() > began + LAST_ATTEMPT:
                    raise DatabaseUnavailable from error
            self.retries += 1
            await asyncio.sleep(random.uniform(0, 0.05 * attempt))  # noqa: S311  jitter, not a secret
        raise DatabaseUnavailable
