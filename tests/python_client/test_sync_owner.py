"""A storage is of one user, and nobody else gets to send or to see what is in it."""

import asyncio

import pytest

from python_client.faults import Fault, Wire
from python_client.people import People
from python_client.syncing import QUICK, Things, things_in, until, until_current, until_it_is
from todo_client import TodoClient
from todo_client.models import CreateTask, TaskCreate
from todo_client.sync import ForeignStorage, MemoryStorage, Sync

CHANGES, BATCH = "/v1/changes", "/v1/batch"
WEED = CreateTask(op="create_task", body=TaskCreate(title="Weed"))
type Contents = tuple[str | None, Things, list[str]]


async def queued_offline(people: People, token: str) -> MemoryStorage:
    """A storage with everything that somebody has, and a write that could not be sent."""
    wire, storage = Wire(), MemoryStorage()
    client = people.client(token=token, transport=wire)
    await client.tasks.create(TaskCreate(title="Water"))
    async with client.sync(storage, pace=QUICK) as sync:
        await until_current(sync, storage, client)
    wire.always = Fault.REFUSED
    async with client.sync(storage, pace=QUICK) as sync:
        await sync.writes.put(WEED)
        await until_it_is(sync, "offline")
    return storage


async def damage(storage: MemoryStorage) -> None:
    await storage.apply([], "damaged")


async def contents(storage: MemoryStorage) -> Contents:
    writes = [write.model_dump_json() for write in await storage.writes()]
    return await storage.cursor(), await things_in(storage), writes


async def until_sent(sync: Sync) -> None:
    async def is_empty() -> bool:
        return not await sync.writes.pending()

    await until(sync, is_empty)


async def titles(client: TodoClient) -> list[str]:
    return [task.title async for task in client.tasks.list()]


@pytest.mark.parametrize("is_damaged", [False, True], ids=["whole", "damaged"])
async def test_another_users_storage_is_refused_and_left_as_it_is(people: People, *, is_damaged: bool) -> None:
    token, wire = people.token(), Wire()
    storage = await queued_offline(people, token)
    if is_damaged:
        await damage(storage)
    before = await contents(storage)
    bob = people.client(transport=wire)

    with pytest.raises(ForeignStorage, match="belongs to another user"):
        async with bob.sync(storage, pace=QUICK), asyncio.timeout(10):
            await asyncio.Event().wait()

    assert wire.to(BATCH) == []
    assert await contents(storage) == before
    assert await titles(bob) == []
    ada = people.client(token=token)
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_sent(sync)
    assert await titles(ada) == ["Water", "Weed"]


async def test_a_damaged_cursor_of_the_same_user_starts_over_and_the_queue_is_sent(people: People) -> None:
    token = people.token()
    storage = await queued_offline(people, token)
    await damage(storage)
    ada = people.client(token=token)

    async with ada.sync(storage, pace=QUICK) as sync:
        await until_sent(sync)
        await until_current(sync, storage, ada)

    assert await titles(ada) == ["Water", "Weed"]


@pytest.mark.parametrize("is_new", [True, False], ids=["new", "known"])
async def test_nothing_is_sent_before_the_api_has_taken_the_storage_for_the_users(
    people: People, *, is_new: bool
) -> None:
    token, wire = people.token(), Wire(*[Fault.REFUSED] * 20, path=CHANGES)
    storage = MemoryStorage() if is_new else await queued_offline(people, token)
    ada = people.client(token=token, transport=wire)

    async with ada.sync(storage, pace=QUICK) as sync:
        await sync.writes.put(WEED)
        await until_sent(sync)

    paths = [request.url.path for request in wire.requests]
    assert paths[:21] == [CHANGES] * 21
    assert BATCH in paths[21:]
