"""Turns: one user's writes wait for each other where it costs nobody a connection."""

import asyncio
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from weakref import WeakValueDictionary


class Turns:
    """How many writes of one user may be under way at once.

    They take effect one after the other anyway, by the lock of the account's row. Those that wait for it hold a
    connection each, of which there would soon be none left for anybody else.
    """

    def __init__(self, limit: int, patience: float) -> None:
        """`patience` is how many seconds a write waits for its turn."""
        self._limit = limit
        self._patience = patience
        self._users: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    def of(self, user_id: str, since: float) -> AbstractAsyncContextManager[None]:
        """A turn of this user, who began to wait at `since` (loop time); TimeoutError is raised if it does not come."""
        turns = self._users.get(user_id)
        if turns is None:
            turns = self._users[user_id] = asyncio.Semaphore(self._limit)
        return _Turn(turns, since + self._patience)


class _Turn(AbstractAsyncContextManager[None]):
    def __init__(self, turns: asyncio.Semaphore, until: float) -> None:
        self._turns = turns
        self._until = until

    async def __aenter__(self) -> None:
        if self._turns.locked():
            async with asyncio.timeout_at(self._until):
                await self._turns.acquire()
        else:
            await self._turns.acquire()  # it is there, and a timer costs more than to take it

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._turns.release()
