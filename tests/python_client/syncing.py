"""A sync in a test: waited for, and compared with what is really there."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from todo_client import TodoClient
from todo_client.models import ExportLine
from todo_client.sync import KINDS, Changed, MemoryStorage, Pace, Status, Sync

QUICK = Pace(first_pause=0.01, longest_pause=0.05)
type Things = dict[tuple[str, str], dict[str, Any]]


async def until(sync: Sync, condition: Callable[[], Awaitable[bool]]) -> None:
    """Wait for something to become true of a sync.

    Raises:
        AssertionError: it does not.
    """
    try:
        async with asyncio.timeout(10):
            async for _ in sync.updates():
                if await condition():
                    return
    except TimeoutError as error:
        raise AssertionError(f"It is {sync.status}; {sync.trouble!r}; {sync.writes.trouble!r}") from error


async def until_it_is(sync: Sync, *statuses: Status) -> None:
    async def is_it() -> bool:
        return sync.status in statuses

    await until(sync, is_it)


async def until_current(sync: Sync, storage: MemoryStorage, client: TodoClient) -> None:
    """Wait for the copy to be what the API has."""
    there = await things_of(client)

    async def is_the_same() -> bool:
        return await things_in(storage) == there

    await until(sync, is_the_same)


async def things_of(client: TodoClient) -> Things:
    """Everything that a user has, as the export tells it."""
    return things_of_lines([line async for line in client.account.export()])


def things_of_lines(lines: Iterable[ExportLine]) -> Things:
    """The same for lines as the export has them."""
    return {
        (line.kind, str(line.data.inbox_id if line.kind == "account" else line.data.id)): _comparable(
            line.kind, line.data.model_dump(mode="json")
        )
        for line in lines
    }


async def things_in(storage: MemoryStorage) -> Things:
    """Everything that a storage has."""
    found: list[Changed] = [thing for kind in KINDS for thing in await storage.all(kind)]
    return {
        (thing.kind, str(thing.id)): _comparable(thing.kind, thing.data.model_dump(mode="json"))
        for thing in found
        if thing.data is not None
    }


def _comparable(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """Without the account's version: it moves with every write, and is told by the feed itself."""
    return {name: value for name, value in data.items() if (kind, name) != ("account", "version")}
