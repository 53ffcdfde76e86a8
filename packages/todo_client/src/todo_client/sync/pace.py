"""How long to wait before the next attempt, for as long as it takes."""

import asyncio
from dataclasses import dataclass

from todo_client.changes import LONGEST_SILENCE
from todo_client.retries import pause_after


@dataclass(frozen=True, kw_only=True)
class Pace:
    """Seconds. Pauses grow from the first to the longest, each of chance length."""

    first_pause: float = 1.0
    longest_pause: float = 30.0
    longest_silence: float = LONGEST_SILENCE
    """A stream that says nothing for so long is dead."""

    def __post_init__(self) -> None:
        if not 0 < self.first_pause <= self.longest_pause:
            raise ValueError("first_pause lies between 0 and longest_pause, and is not 0.")


class Pauses:
    """The pauses of one loop, which somebody else can cut short."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._failures = 0
        self._woken = asyncio.Event()

    async def wait(self, at_least: float = 0) -> None:
        pause = pause_after(self._failures, self._pace.first_pause, self._pace.longest_pause)
        self._failures += 1
        self._woken.clear()
        try:
            async with asyncio.timeout(max(pause, at_least)):
                await self._woken.wait()
        except TimeoutError:
            pass

    def wake(self) -> None:
        """There is reason to believe that it works now."""
        self._woken.set()

    def reset(self) -> None:
        """It works: the next pause is a short one again."""
        self._failures = 0
