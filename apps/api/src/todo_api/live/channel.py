"""What all streams of one user have in common."""

import asyncio
from collections.abc import Awaitable, Callable

from todo_api.live.step import Step
from todo_api.services.feed import Place

type Read = Callable[[Place], Awaitable[Step]]
type _Key = tuple[object, ...]


class Channel:
    """The newest version known of one user's account, and the reads that the streams share."""

    def __init__(self, read: Read) -> None:
        self.version = 0
        self.streams = 0
        self.hints = 0
        """How often there were news, to be compared with how often there had been."""
        self.hinted_at = 0.0
        """When the last of them came, by the event loop's clock."""
        self._read = read
        self._news = asyncio.Event()
        self._reading: dict[_Key, asyncio.Task[Step]] = {}

    def hint(self, version: int) -> None:
        """Wake the streams, if this version is news."""
        if version > self.version:
            self.version = version
            self.hints += 1
            self.hinted_at = asyncio.get_running_loop().time()
            self._news.set()
            self._news = asyncio.Event()

    async def news_since(self, hints: int) -> None:
        if self.hints == hints:
            await self._news.wait()

    async def step_after(self, place: Place) -> Step:
        """Read what follows on a place, once for all streams that are there and know of no later hint.

        The hints are a part of the key: a read that began before the last one may have missed what it was about.
        """
        # The time of a place decides nothing here: no token lives as long as the log reaches back.
        key = (self.hints, place.account, place.version, place.kind, place.id)
        reading = self._reading.get(key)
        if reading is None:
            reading = self._reading[key] = asyncio.create_task(self._finish(key, self.hints, place))
            reading.add_done_callback(_looked_at)
        # The shield leaves the read to the others when one of the streams ends.
        return await asyncio.shield(reading)

    async def _finish(self, key: _Key, hints: int, place: Place) -> Step:
        try:
            step = await self._read(place)
        finally:
            del self._reading[key]
        if self.hints == hints and not step.is_pull:
            self.version = step.place.version  # a hint may have promised more than there is
        else:
            self.hint(step.place.version)
        return step


def _looked_at(reading: asyncio.Task[Step]) -> None:
    """Nobody may be left to be told how it failed, and that is no failure of its own."""
    if not reading.cancelled():
        reading.exception()
