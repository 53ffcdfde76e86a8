"""One worker's live events: the users who have streams open, and where hints go."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime

from todo_api.database import Database, DatabaseUnavailable
from todo_api.live.bus import Bus
from todo_api.live.channel import Channel
from todo_api.live.hints import Hints
from todo_api.live.line import Connect
from todo_api.live.pace import Pace
from todo_api.live.postgres_line import postgres_line
from todo_api.live.step import Step, step_after
from todo_api.services.feed import FeedService, Place
from todo_api.services.scope import UserScope
from todo_api.settings import Settings
from todo_api.sql.versions import VERSIONS
from todo_api.telemetry.durations import Durations

_log = logging.getLogger(__name__)


class TooManyStreams(Exception):
    """This user has as many streams open on this worker as anybody may."""


class Hub:
    """Takes hints from this worker's writes, from the bus and from polling, and wakes the streams that they concern."""

    def __init__(self, database: Database, settings: Settings, pace: Pace) -> None:
        self.pace = pace
        self.lag = Durations()
        """From a hint until a stream told what it was about."""
        self.polls = 0
        self._stopping = asyncio.Event()
        self._database = database
        self._kept = settings.changes_kept
        self._channels: dict[str, Channel] = {}
        self._opened = asyncio.Event()
        self._bus = Bus(_line(settings), self._hear, pace)

    @property
    def streams(self) -> int:
        """How many are open."""
        return sum(channel.streams for channel in list(self._channels.values()))

    @property
    def bus_is_healthy(self) -> bool:
        return self._bus.is_healthy

    @property
    def bus_recoveries(self) -> int:
        return self._bus.recoveries

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Carry hints for as long as this lasts, whether the bus and the database are there or not."""
        tasks = [asyncio.create_task(self._bus.run()), asyncio.create_task(self._poll())]
        try:
            yield
        finally:
            self.stop()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def stop(self) -> None:
        """End all streams; those who read them connect again, to whoever is there then."""
        self._stopping.set()

    async def stopped(self) -> None:
        """Wait for the end."""
        await self._stopping.wait()

    def moved(self, user_id: str, version: int) -> None:
        """Take note that a write of this worker was committed; it costs the write next to nothing."""
        self._hear({user_id: version})
        self._bus.publish(user_id, version)

    @contextmanager
    def channel(self, user_id: str) -> Iterator[Channel]:
        """The user's channel, for one stream more.

        Raises:
            TooManyStreams: the user has enough of them.
        """
        channel = self._channels.get(user_id)
        if channel is None:
            channel = self._channels[user_id] = Channel(lambda place: self._read(user_id, place))
            self._note_change()
        if channel.streams >= self.pace.streams:
            raise TooManyStreams
        channel.streams += 1
        try:
            yield channel
        finally:
            channel.streams -= 1
            if channel.streams == 0:
                del self._channels[user_id]
                self._note_change()

    def _note_change(self) -> None:
        if not self._channels:
            self._opened.clear()
            self._bus.listen(wanted=False)
        elif not self._opened.is_set():
            self._opened.set()
            self._bus.listen(wanted=True)

    def _hear(self, hints: Hints) -> None:
        for user_id, version in hints.items():
            channel = self._channels.get(user_id)
            if channel is not None:
                channel.hint(version)

    async def _read(self, user_id: str, place: Place) -> Step:
        return await step_after(FeedService(UserScope(self._database, user_id, datetime.now(UTC)), self._kept), place)

    async def _poll(self) -> None:
        """Look for what no hint told: now and then, often while the bus is broken, and whenever it was mended."""
        clock = asyncio.get_running_loop().time
        polled_at, recoveries = float("-inf"), -1
        while True:
            await self._opened.wait()
            is_recent = clock() - polled_at < self.pace.poll_healthy
            if not (self._bus.is_healthy and self._bus.recoveries == recoveries and is_recent):
                before = self._bus.recoveries
                try:
                    await self._look()
                    polled_at, recoveries = clock(), before
                except DatabaseUnavailable:
                    pass  # it is told wherever somebody needs it
                except Exception:  # noqa: BLE001  whatever it was, it is logged, and goes on
                    _log.exception("Polling for changes failed; it goes on.")
            await asyncio.sleep(self.pace.poll_broken)

    async def _look(self) -> None:
        self.polls += 1
        users = list(self._channels)
        rows = await self._database.read(lambda session: session.connection.fetch(VERSIONS, users))
        versions = {row["user_id"]: row["version"] for row in rows}
        for user_id in users:
            channel = self._channels.get(user_id)
            if channel is not None:
                # An account that is gone was deleted, which is one change more.
                channel.hint(versions.get(user_id, channel.version + 1))


def _line(settings: Settings) -> Connect:
    if settings.redis_url is None:
        return postgres_line(settings.database)
    from todo_api.live.valkey_line import valkey_line  # noqa: PLC0415  a client that takes memory, and no use without

    return valkey_line(settings.redis_url)
