"""Turns: one user's writes wait for each other where it costs nobody a connection."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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

    @asynccontextmanager
    async def of(self, user_id: str, since: float) -> AsyncIterator[None]:
        """Raise TimeoutError if the turn does not come; the wait began at `since`, by the event loop's clock."""
        turns = self._users.get(user_id)
        if turns is None:
            turns = self._users[user_id] = asyncio.Semaphore(self._limit)
        async with asyncio.timeout_at(since + self._patience):
            await turns.acquire()
        try:
            yield
        finally:
            turns.release()
