"""Connections that are known to answer, handed over in order of arrival."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import perf_counter
from typing import NamedTuple

import asyncpg

from todo_api.telemetry.durations import Durations

POOL_TIMEOUT = 2.0
"""Seconds to wait for a connection, the time to make it included."""
PROBE_TIMEOUT = 0.5
PROBE_AFTER = 1.0
"""Seconds of idleness after which a connection has to prove that it is alive before it is used."""
RECYCLE_AFTER = 240.0
"""Seconds of idleness after which a connection is closed."""

type Connect = Callable[[], Awaitable[asyncpg.Connection]]
type _Waiter = asyncio.Future[asyncpg.Connection | None]
"""Whoever waits is handed a connection, or None and with it the right to open one."""


class _Idle(NamedTuple):
    connection: asyncpg.Connection
    since: float


class Pool:
    """At most `size` connections, made when they are needed; the one used last is used first.

    A connection goes from its user straight to who has waited longest, so that nobody who comes later overtakes, and
    is not reset in between: units of work leave no settings, locks or listeners behind.
    """

    def __init__(self, connect: Connect, size: int) -> None:
        self.size = size
        self.waits = Durations()
        """How long it took until there was a connection."""
        self._connect = connect
        self._unopened = size
        """How many more may be opened. While anybody waits there are none, and none idle."""
        self._idle: list[_Idle] = []
        self._in_use: set[asyncpg.Connection] = set()
        self._waiting: deque[_Waiter] = deque()
        self._sweeping: asyncio.TimerHandle | None = None
        self._closed = False
        self._all_returned = asyncio.Event()

    @property
    def open(self) -> int:
        """How many connections there are."""
        return len(self._idle) + len(self._in_use)

    @property
    def in_use(self) -> int:
        return len(self._in_use)

    @property
    def waiting(self) -> int:
        """How many wait for a connection."""
        return sum(not waiter.done() for waiter in self._waiting)

    async def acquire(self, until: float | None = None) -> asyncpg.Connection:
        """A connection that has just answered, or was used a moment ago; `until` is by the event loop's clock.

        Raises:
            TimeoutError: none could be had in time.
            OSError, asyncpg.PostgresError, asyncpg.InterfaceError: the server cannot be reached, or lets nobody in.
        """
        asked = perf_counter()
        try:
            connection = await self._take(until or asyncio.get_running_loop().time() + POOL_TIMEOUT)
        finally:
            self.waits.observe(perf_counter() - asked)
        if self._closed:
            connection.terminate()  # it was in the making
            raise _closed()
        self._in_use.add(connection)
        return connection

    def release(self, connection: asyncpg.Connection) -> None:
        """Take a connection back. One that is closed, or in the middle of a transaction, makes room for another."""
        self._in_use.discard(connection)
        if self._closed or connection.is_closed() or connection.is_in_transaction():
            connection.terminate()
            self._hand_over(None)
        else:
            self._hand_over(connection)

    def hang_up_idle(self) -> None:
        """Close what nobody uses: the server is not the right one any more."""
        while self._idle:
            self._idle.pop().connection.terminate()
            self._unopened += 1

    async def close(self, patience: float) -> None:
        """Open no more, wait so many seconds for what is in use, and hang up."""
        self._closed = True
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_exception(_closed())
        if self._in_use:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._all_returned.wait(), patience)
        for connection in (*self._in_use, *(idle.connection for idle in self._idle)):
            connection.terminate()
        self._idle.clear()
        if self._sweeping is not None:
            self._sweeping.cancel()

    async def _take(self, until: float) -> asyncpg.Connection:
        if self._closed:
            raise _closed()
        if self._idle:
            connection, since = self._idle.pop()
            is_fresh = asyncio.get_running_loop().time() - since <= PROBE_AFTER
            return connection if is_fresh and not connection.is_closed() else await self._in_place(connection, until)
        if self._unopened:
            self._unopened -= 1
            return await self._in_place(None, until)
        handed = await self._turn(until)
        return await self._in_place(None, until) if handed is None or handed.is_closed() else handed

    async def _turn(self, until: float) -> asyncpg.Connection | None:
        """Wait for what somebody else gives back."""
        loop = asyncio.get_running_loop()
        waiter: _Waiter = loop.create_future()
        self._waiting.append(waiter)
        alarm = loop.call_at(until, _give_up, waiter)
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                self._hand_over(waiter.result())  # it came, but there is nobody any more to use it
            raise
        finally:
            alarm.cancel()

    async def _in_place(self, doubtful: asyncpg.Connection | None, until: float) -> asyncpg.Connection:
        """This connection if it answers, or else a new one, whose place among the `size` the caller has."""
        try:
            async with asyncio.timeout_at(until):
                if doubtful is not None:
                    if await _answers(doubtful):
                        return doubtful
                    doubtful.terminate()
                return await self._connect()
        except BaseException:
            if doubtful is not None:
                doubtful.terminate()
            self._hand_over(None)
            raise

    def _hand_over(self, connection: asyncpg.Connection | None) -> None:
        """Give a connection, or the right to open one, to who has waited longest, or keep it."""
        if self._closed and connection is not None:
            connection.terminate()
            connection = None
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return
        if connection is None:
            self._unopened += 1
        else:
            loop = asyncio.get_running_loop()
            self._idle.append(_Idle(connection, loop.time()))
            if self._sweeping is None:
                self._sweeping = loop.call_later(RECYCLE_AFTER, self._sweep)
        if self._closed and not self._in_use:
            self._all_returned.set()

    def _sweep(self) -> None:
        """Close what has been idle for too long: the first ones, as the last are used first."""
        now = asyncio.get_running_loop().time()
        while self._idle and now - self._idle[0].since >= RECYCLE_AFTER:
            self._idle.pop(0).connection.terminate()
            self._unopened += 1
        self._sweeping = None
        if self._idle:
            wait = self._idle[0].since + RECYCLE_AFTER - now
            self._sweeping = asyncio.get_running_loop().call_later(wait, self._sweep)


def _closed() -> ConnectionError:
    return ConnectionError("the pool is closed")


def _give_up(waiter: _Waiter) -> None:
    if not waiter.done():
        waiter.set_exception(TimeoutError("no connection became free in time"))


async def _answers(connection: asyncpg.Connection) -> bool:
    if connection.is_closed():
        return False
    try:
        await connection.execute("SELECT 1", timeout=PROBE_TIMEOUT)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError):
        return False
    return True
