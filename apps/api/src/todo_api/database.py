"""The pool: connections that are known to answer, units of work on them, and what is tried again when they break."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from time import perf_counter
from typing import Any

import asyncpg

from todo_api.database_url import DatabaseTarget
from todo_api.failures import Failure, classify
from todo_api.sql.statement import Statement
from todo_api.telemetry.durations import Durations
from todo_api.turns import Turns

COMMAND_TIMEOUT = 5.0
SECONDS_EACH = 0.1
"""More, for each statement of many that are run together."""
POOL_TIMEOUT = 2.0
"""Seconds to wait for a connection, the time to make it included."""
PROBE_TIMEOUT = 0.5
PROBE_AFTER = 1.0
"""Seconds of idleness after which a connection has to prove that it is alive before it is used."""
RECYCLE_AFTER = 240.0
ATTEMPTS = 3
LAST_ATTEMPT = 1.0
"""Seconds after the beginning in which another attempt may start: who waits shall know soon."""

_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
"""What asyncpg raises, and the network beneath it; a timeout is an OSError."""

type Row = Mapping[str, Any]


class DatabaseUnavailable(Exception):
    """The database could not be reached, or went away; it is worth trying again in a moment."""


class OutcomeUnknown(DatabaseUnavailable):
    """The connection broke in the middle of a write: it was done or it was not."""


class Connection(asyncpg.Connection):
    """A connection that remembers when it was last used."""

    last_used: float = 0.0


class Session:
    """One connection, for one unit of work."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    async def row(
        self, statement: Statement, values: Mapping[str, Any], *, seconds: float = COMMAND_TIMEOUT
    ) -> Row | None:
        row: Row | None = await self.connection.fetchrow(statement.sql, *statement.arguments(values), timeout=seconds)
        return row

    async def rows(self, statement: Statement, many: Sequence[Mapping[str, Any]]) -> list[Row]:
        """One row for each of many values, in their order and in one round trip."""
        arguments = [statement.arguments(values) for values in many]
        seconds = COMMAND_TIMEOUT + SECONDS_EACH * len(many)
        return list(await self.connection.fetchmany(statement.sql, arguments, timeout=seconds))


class Database:
    """A pool of connections to one database."""

    def __init__(self, target: DatabaseTarget, pool_size: int = 10) -> None:
        self.target = target
        self.pool_size = pool_size
        self.turns = Turns(max(1, pool_size // 2), POOL_TIMEOUT)
        self.waiting, self.waits = 0, Durations()
        self.retries = 0
        self._pool: asyncpg.Pool | None = None
        self._snapshots = asyncio.Semaphore(max(1, pool_size // 4))

    @property
    def connections(self) -> int:
        """How many are open."""
        return 0 if self._pool is None else self._pool.get_size()

    @property
    def in_use(self) -> int:
        return 0 if self._pool is None else self._pool.get_size() - self._pool.get_idle_size()

    async def open(self) -> None:
        """Make the pool; it connects when it is first needed, so a sleeping database keeps nobody from starting."""
        self._pool = await asyncpg.create_pool(
            min_size=0,
            max_size=self.pool_size,
            max_inactive_connection_lifetime=RECYCLE_AFTER,
            timeout=POOL_TIMEOUT,
            command_timeout=COMMAND_TIMEOUT,
            connection_class=Connection,
            setup=_prove_alive,
            reset=_remember_use,
            **self.target.connect_arguments(),
        )

    async def close(self) -> None:
        """Give running units of work a moment, then hang up."""
        if self._pool is not None:
            try:
                await asyncio.wait_for(self._pool.close(), COMMAND_TIMEOUT)
            except TimeoutError:
                self._pool.terminate()

    @asynccontextmanager
    async def session(self) -> AsyncIterator[Session]:
        """A connection that has just answered or was used a moment ago.

        Raises:
            DatabaseUnavailable: none could be had in time.
        """
        if self._pool is None:
            raise DatabaseUnavailable
        asked = perf_counter()
        self.waiting += 1
        try:
            connection = await self._acquire(self._pool)
        finally:
            self.waiting -= 1
            self.waits.observe(perf_counter() - asked)
        try:
            yield Session(connection)
        except _ERRORS as error:
            if classify(error) in {Failure.LOST, Failure.NOT_STARTED}:
                with suppress(asyncpg.InterfaceError):  # it has been given back already
                    connection.terminate()  # or the next attempt might be given the same one
            raise
        finally:
            await self._pool.release(connection)

    async def _acquire(self, pool: asyncpg.Pool) -> Any:
        """Take connections until one is alive; a broken one is thrown away by its probe, so there is an end to them."""
        for _ in range(self.pool_size + 1):
            try:
                return await pool.acquire(timeout=POOL_TIMEOUT)
            except _BrokenConnection:
                continue
            except _ERRORS as error:
                # Nothing about the request can have caused it, not even where trying again is in vain: a password that
                # has changed, a database that is gone.
                raise DatabaseUnavailable from error
        raise DatabaseUnavailable

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Session]:
        """A transaction that sees everything as of one moment and changes nothing.

        It is not tried again: what was passed on from it cannot be taken back.

        Raises:
            DatabaseUnavailable: no connection could be had, or it broke.
        """
        try:
            async with (
                self._slot_for_snapshot(),
                self.session() as session,
                session.connection.transaction(isolation="repeatable_read", readonly=True),
            ):
                yield session
        except _ERRORS as error:
            if classify(error) is Failure.FINAL:
                raise
            raise DatabaseUnavailable from error

    @asynccontextmanager
    async def _slot_for_snapshot(self) -> AsyncIterator[None]:
        """Snapshots take long, so that they get only a part of the pool."""
        try:
            async with asyncio.timeout(POOL_TIMEOUT):
                await self._snapshots.acquire()
        except TimeoutError as error:
            raise DatabaseUnavailable from error
        try:
            yield
        finally:
            self._snapshots.release()

    async def read[T](self, unit: Callable[[Session], Awaitable[T]]) -> T:
        """Run a unit of work that changes nothing; it is tried again on another connection if one breaks.

        Raises:
            DatabaseUnavailable: it kept failing.
        """
        return await self._run(unit, {Failure.TRY_AGAIN, Failure.NOT_STARTED, Failure.LOST})

    async def write[T](self, unit: Callable[[Session], Awaitable[T]]) -> T:
        """Run a unit of work that may change something; it is tried again only where nothing can have happened.

        Raises:
            OutcomeUnknown: its connection broke; it may have been done all the same.
            DatabaseUnavailable: it failed.
        """
        return await self._run(unit, {Failure.TRY_AGAIN, Failure.NOT_STARTED})

    async def _run[T](self, unit: Callable[[Session], Awaitable[T]], repeatable: set[Failure]) -> T:
        clock = asyncio.get_running_loop().time
        until = clock() + LAST_ATTEMPT
        for attempt in range(1, ATTEMPTS + 1):
            try:
                async with self.session() as session:
                    return await unit(session)
            except DatabaseUnavailable:
                if attempt == ATTEMPTS or clock() > until:
                    raise
            except _ERRORS as error:
                failure = classify(error)
                if failure is Failure.FINAL:
                    raise
                if failure is Failure.LOST and failure not in repeatable:
                    raise OutcomeUnknown from error
                if failure not in repeatable or attempt == ATTEMPTS or clock() > until:
                    raise DatabaseUnavailable from error
            self.retries += 1
            await asyncio.sleep(random.uniform(0, 0.05 * attempt))  # noqa: S311  jitter, not a secret
        raise DatabaseUnavailable


class _BrokenConnection(Exception):
    """A connection of the pool did not answer its probe."""


async def _prove_alive(connection: Any) -> None:
    idle = asyncio.get_running_loop().time() - connection.last_used
    if connection.last_used and idle > PROBE_AFTER:
        try:
            await connection.fetchval("SELECT 1", timeout=PROBE_TIMEOUT)
        except Exception as error:
            connection.terminate()
            raise _BrokenConnection from error


async def _remember_use(connection: Any) -> None:
    """Stand in for asyncpg's reset query: units of work leave no settings, locks or listeners behind."""
    connection.last_used = asyncio.get_running_loop().time()
