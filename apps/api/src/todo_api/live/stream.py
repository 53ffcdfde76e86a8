"""A stream of events as a response: `text/event-stream`, as the HTML standard defines it."""

import asyncio
import time
from contextlib import ExitStack, suppress
from dataclasses import replace
from http import HTTPStatus

from fastapi import Response
from starlette.types import Receive, Scope, Send

from todo_api.database import DatabaseUnavailable
from todo_api.live.channel import Channel
from todo_api.live.hub import Hub
from todo_api.live.step import BEGINNING, HEARTBEAT, PULL, Step, at_head, step_after
from todo_api.services.feed import FeedService, Place
from todo_domain.errors import FeedExpired

MEDIA_TYPE = "text/event-stream"
BUFFERING = "X-Accel-Buffering"


class EventStream(Response):
    """Says what happens, as it happens, until the token expires, the server stops or the reader takes nothing.

    Nothing is kept for a reader. One who is slow is told later what there is then, and to pull it if it has become too
    much: what waits to be sent is one event, and what the server's socket holds.
    """

    media_type = MEDIA_TYPE

    def __init__(self, hub: Hub, channel: Channel, opened: ExitStack, first: Step, expires_at: int) -> None:
        """`first` is sent at once; `opened` is closed when the stream has ended."""
        self.status_code = HTTPStatus.OK
        self.background = None
        # A proxy that collects what it passes on would keep the events to itself.
        self.init_headers({"Content-Type": MEDIA_TYPE, BUFFERING: "no"})
        self._hub, self._pace = hub, hub.pace
        self._channel = channel
        self._opened = opened
        self._first = first
        self._expires_at = expires_at

    @classmethod
    async def after(cls, place: Place | None, feed: FeedService, hub: Hub, expires_at: int) -> "EventStream":
        """A stream of what follows on a place, or of what happens from now on.

        The first read comes before anything is sent, while a failure can still be told by a status.

        Raises:
            TooManyStreams: the user has enough of them.
            FeedExpired: nobody can say any more what happened since.
            DatabaseUnavailable: nobody can say at the moment.
        """
        with ExitStack() as opened:
            # The channel comes before the place: what happens between the two is told by a hint.
            channel = opened.enter_context(hub.channel(feed.scope.user_id))
            if place is None:
                head = await feed.head()
                first = Step(BEGINNING + at_head(feed.cursor(head)), head)
            else:
                first = await step_after(feed, place)
                first = replace(first, event=BEGINNING + first.event)
            channel.hint(first.place.version)
            return cls(hub, channel, opened.pop_all(), first, expires_at)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope
        with self._opened:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            events = asyncio.create_task(self._tell(send))
            ends = [events, *map(asyncio.create_task, (_hung_up(receive), self._hub.stopped()))]
            try:
                lifetime = self._expires_at - time.time()
                await asyncio.wait(ends, timeout=lifetime, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for end in ends:
                    end.cancel()
                await asyncio.gather(*ends, return_exceptions=True)
            if not events.cancelled() and not isinstance(events.exception(), TimeoutError):
                events.result()
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pace.farewell):
                    await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _tell(self, send: Send) -> None:
        """Tell step after step, until there is too much to tell.

        Raises:
            TimeoutError: the reader takes nothing.
        """
        step = self._first
        await self._send(send, step.event)
        while not step.is_pull:
            step = await self._step_after(step.place, send)
            hinted_at = self._channel.hinted_at
            await self._send(send, step.event)
            self._hub.lag.observe(asyncio.get_running_loop().time() - hinted_at)

    async def _step_after(self, place: Place, send: Send) -> Step:
        """Wait for what follows on a place, and say from time to time that there is nothing yet."""
        clock = asyncio.get_running_loop().time
        beat_at = clock() + self._pace.heartbeat
        while True:
            hints, until = self._channel.hints, beat_at
            if self._channel.version > place.version:
                try:
                    step = await self._channel.step_after(place)
                except FeedExpired:
                    return Step(PULL, place, is_pull=True)
                except DatabaseUnavailable:
                    until = min(beat_at, clock() + self._pace.retry)
                else:
                    if step.event:
                        return step
                    place = step.place
            with suppress(TimeoutError):
                async with asyncio.timeout_at(until):
                    await self._channel.news_since(hints)
            if clock() >= beat_at:
                await self._send(send, HEARTBEAT)
                beat_at = clock() + self._pace.heartbeat

    async def _send(self, send: Send, event: bytes) -> None:
        async with asyncio.timeout(self._pace.send):
            await send({"type": "http.response.body", "body": event, "more_body": True})


async def _hung_up(receive: Receive) -> None:
    """Wait for the reader to hang up."""
    while (await receive())["type"] != "http.disconnect":
        continue
