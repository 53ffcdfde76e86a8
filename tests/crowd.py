"""Several requests at once."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import asyncpg

from client import Client

WRITERS = 8


async def at_once[T](one: Callable[[int], Awaitable[T]]) -> list[T]:
    return await asyncio.gather(*(one(number) for number in range(WRITERS)))


async def overlapping[T](connection: asyncpg.Connection, client: Client, *writes: Coroutine[Any, Any, T]) -> list[T]:
    """Writes of one user that have all looked at the database before any of them can change it."""
    async with connection.transaction():
        await lock_account(connection, client)
        running = [asyncio.create_task(write) for write in writes]
        await until_waiting(connection, len(running))
    return await asyncio.gather(*running)


async def lock_account(connection: asyncpg.Connection, client: Client) -> None:
    await connection.execute("SELECT FROM account WHERE user_id = $1 FOR UPDATE", client.user_id)


async def until_waiting(connection: asyncpg.Connection, count: int) -> None:
    """Raise TimeoutError when that many statements don't come to wait for a lock."""
    async with asyncio.timeout(4):
        while await connection.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted") < count:
            continue
