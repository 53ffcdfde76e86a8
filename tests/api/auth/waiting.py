"""Waiting for what happens in the background."""

import asyncio
from collections.abc import Callable


async def until(condition: Callable[[], bool]) -> None:
    """Raise TimeoutError when it has not come true within 5 seconds."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110  neither the issuer nor the cache has an event for what tests wait for
            await asyncio.sleep(0.001)


def fetches_under_way() -> list[asyncio.Task[object]]:
    return [task for task in asyncio.all_tasks() if "KeyCache" in repr(task.get_coro())]
