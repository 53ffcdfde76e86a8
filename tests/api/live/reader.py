"""Somebody who reads a stream of events."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from typing import Any

import httpx2

from client import Client
from contract.events import END, Event
from replica import Replica, things_of

PATH = "/v1/events"
PATIENCE = 15.0
"""Seconds; everything comes within a few milliseconds unless a test has broken something."""


class Reader:
    """An open stream, event by event."""

    def __init__(self, blocks: AsyncIterator[bytes]) -> None:
        self._blocks = blocks
        self.last_id: str | None = None
        self.heartbeats = 0

    async def event(self) -> Event | None:
        """The next event that has a name, or None at the end of the stream."""
        async with asyncio.timeout(PATIENCE):
            async for block in self._blocks:
                if block.startswith(b":"):
                    self.heartbeats += 1
                    continue
                event = Event.parse(block)
                self.last_id = event.id or self.last_id
                if event.name:
                    return event
        return None

    async def names(self) -> list[str]:
        """The events' names, to the end of the stream."""
        names = []
        while (event := await self.event()) is not None:
            names.append(event.name)
        return names

    async def until_heartbeat(self) -> None:
        """Until the stream says that there is nothing to say."""
        async with asyncio.timeout(PATIENCE):
            async for block in self._blocks:
                if block.startswith(b":"):
                    return

    async def follow(self, replica: Replica) -> None:
        """Have a replica take what is told, until it knows everything there is."""
        while replica.things != await things_of(replica.client):
            event = await self.event()
            assert event is not None
            assert event.name == "changes"
            replica.take(event.data)


@asynccontextmanager
async def reading(client: Client, cursor: str | None = None, **headers: str) -> AsyncIterator[Reader]:
    """A stream of this user's events; both ends are closed afterwards."""
    query: dict[str, Any] = {} if cursor is None else {"after": cursor}
    async with client.http.stream("GET", PATH, params=query, headers=headers, timeout=PATIENCE) as response:
        assert response.status_code == 200, await response.aread()
        async with aclosing(_blocks(response)) as blocks:
            yield Reader(blocks)


async def _blocks(response: httpx2.Response) -> AsyncGenerator[bytes]:
    """What stands between the empty lines, the first of which ends what every stream begins with."""
    rest = b""
    async for chunk in response.aiter_bytes():
        *blocks, rest = (rest + chunk).split(END)
        for block in blocks:
            yield block
