"""A run, and how long it may take."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import asyncpg
import uvloop

from todo_bench.refusal import Invalid


def run_within[T](limit: float, scenario: Coroutine[Any, Any, T]) -> T:
    """What it finds.

    Raises:
        Invalid: something went wrong, or it did not come in so many seconds.
    """

    async def bounded() -> T:
        try:
            async with asyncio.timeout(limit) as deadline:
                return await scenario
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            if deadline.expired():
                raise Invalid(f"It had not ended after {limit:g} s (--limit); the run is invalid.") from error
            raise Invalid(f"The database failed ({error!r}); the run is invalid.") from error

    return uvloop.run(bounded())
