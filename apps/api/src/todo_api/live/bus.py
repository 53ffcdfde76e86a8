"""The bus between workers: hints out, hints in, over a line that is mended when it breaks."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from uuid import uuid4

from todo_api.live.hints import Hints, messages, read_message
from todo_api.live.line import Connect, LineBroken, Send
from todo_api.live.pace import Pace

CHANNEL = "todo_changes"
OUTBOX = 10_000
"""Users whose hints are kept for a bus that is broken; the others' are found by polling."""

_log = logging.getLogger(__name__)


class Bus:
    """Hints to and from the other workers. It connects when it is first needed, so that it keeps nobody from starting.

    It is healthy while it hears itself: a pooler of connections takes LISTEN and never delivers, and a line can be dead
    without either end knowing.
    """

    def __init__(self, connect: Connect, heard: Callable[[Hints], None], pace: Pace) -> None:
        self.is_healthy = False
        self.recoveries = 0
        """How often it has become healthy: each time, hints may have been lost before."""
        self._connect = connect
        self._heard = heard
        self._pace = pace
        self._own = f"todo_probe_{uuid4().hex}"
        self._outbox: Hints = {}
        self._is_listening = False
        self._is_lost = False
        self._stirred = asyncio.Event()
        self._echoed = asyncio.Event()

    def publish(self, user_id: str, version: int) -> None:
        """Have the other workers told, in a moment."""
        if user_id in self._outbox or len(self._outbox) < OUTBOX:
            self._outbox[user_id] = max(version, self._outbox.get(user_id, 0))
            self._stirred.set()

    def listen(self, *, wanted: bool) -> None:
        """Somebody here wants to hear of hints, or nobody does: then nobody needs to know whether the bus is healthy.

        A database that sleeps when it has nothing to do is not woken for that.
        """
        self._is_listening = wanted
        self.is_healthy = False
        self._stirred.set()

    async def run(self) -> None:
        """Carry hints, until cancelled."""
        pause = self._pace.reconnect
        while True:
            await self._stirred.wait()
            if self._is_listening or self._outbox:
                recoveries, self._is_lost = self.recoveries, False
                try:
                    async with self._connect((CHANNEL, self._own), self._take, self._lose) as send:
                        await self._carry(send)
                except (LineBroken, TimeoutError) as error:
                    _log.warning("The bus of live events is broken, polling goes on: %s", error)
                self.is_healthy = False
                self._stirred.set()
                pause = self._pace.reconnect if self.recoveries > recoveries else pause
                await asyncio.sleep(pause)
                pause = min(2 * pause, self._pace.reconnect_limit)
            else:
                self._stirred.clear()

    async def _carry(self, send: Send) -> None:
        """Work as long as the line does."""
        clock = asyncio.get_running_loop().time
        probe_at = 0.0
        while not self._is_lost:
            self._stirred.clear()
            if self._outbox:
                await self._publish(send)
            if self._is_listening and (not self.is_healthy or clock() >= probe_at):
                await self._probe(send)
                probe_at = clock() + self._pace.probe
            with suppress(TimeoutError):
                async with asyncio.timeout(probe_at - clock() if self._is_listening else None):
                    await self._stirred.wait()

    async def _publish(self, send: Send) -> None:
        await asyncio.sleep(self._pace.collect)
        taken, self._outbox = self._outbox, {}
        try:
            for message in messages(taken):
                await send(CHANNEL, message)
        except BaseException:
            self._outbox = taken | self._outbox
            raise

    async def _probe(self, send: Send) -> None:
        self._echoed.clear()
        async with asyncio.timeout(self._pace.echo):
            await send(self._own, "")
            await self._echoed.wait()
        if not self.is_healthy:
            self.is_healthy = True
            self.recoveries += 1

    def _take(self, channel: str, message: str) -> None:
        if channel == self._own:
            self._echoed.set()
        else:
            self._heard(read_message(message))

    def _lose(self) -> None:
        self._is_lost = True
        self._stirred.set()
