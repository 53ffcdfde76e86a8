"""Writes that are put into a sync: done in order, once, whatever happens on the way."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import aclosing
from datetime import datetime
from uuid import UUID

import httpx2
import pytest

from python_client.faults import Fault, Wire
from python_client.people import People
from python_client.syncing import QUICK, until, until_current, until_it_is
from todo_client import TodoClient, new_id
from todo_client.models import CompleteTask, CreateTask, TaskCreate, TaskUpdate, UpdateTask, ZonedDue
from todo_client.sync import Bundle, Conflict, MemoryStorage, Sync, Write

BATCH = "/v1/batch"


def creating(title: str, **fields: object) -> CreateTask:
    task = TaskCreate.model_validate({"title": title, **fields})
    return CreateTask(op="create_task", body=task)


async def until_sent(sync: Sync) -> None:
    async def is_empty() -> bool:
        return not await sync.writes.pending()

    await until(sync, is_empty)


def failed(sync: Sync) -> Callable[[], Awaitable[bool]]:
    async def has_failed() -> bool:
        return sync.writes.trouble is not None

    return has_failed


async def titles(ada: TodoClient) -> list[str]:
    return [task.title async for task in ada.tasks.list()]


def sent(request: httpx2.Request) -> tuple[str, bytes]:
    return request.headers["Idempotency-Key"], request.content


async def test_what_is_written_offline_is_done_in_order_when_the_network_is_there(people: People) -> None:
    wire, storage = Wire(), MemoryStorage()
    ada = people.client(transport=wire)
    wire.always = Fault.REFUSED

    async with ada.sync(storage, pace=QUICK) as sync:
        new = await sync.writes.put(creating("Water"))
        await sync.writes.put(UpdateTask(op="update_task", id=new.thing_id, body=TaskUpdate(title="Weed")))
        await sync.writes.put(CompleteTask(op="complete_task", id=new.thing_id))
        await until_it_is(sync, "offline")
        assert [write.operation.op for write in await sync.writes.pending()] == [
            "create_task",
            "update_task",
            "complete_task",
        ]
        assert {write.thing_id for write in await sync.writes.pending()} == {new.thing_id}
        wire.always = None
        await until_sent(sync)
        await until_current(sync, storage, ada)

        task = await sync.tasks.get(new.thing_id)
        assert await sync.writes.conflicts() == []
    assert task is not None
    assert (task.title, task.status) == ("Weed", "completed")


@pytest.mark.parametrize(
    "fault",
    [Fault.LOST, Fault.UNAVAILABLE, Fault.LIMITED, Fault.REFUSED],
    ids=["lost", "unavailable", "limited", "refused"],
)
async def test_a_request_without_an_answer_is_sent_again_to_the_letter_and_done_once(
    people: People, fault: Fault
) -> None:
    wire, storage = Wire(*[fault] * 5, path=BATCH), MemoryStorage()
    ada = people.client(transport=wire)
    task = await ada.tasks.create(TaskCreate(title="Water"))
    change = TaskUpdate(title="Weed")

    async with ada.sync(storage, pace=QUICK) as sync:
        await sync.writes.put(UpdateTask(op="update_task", id=task.data.id, if_match=task.data.version, body=change))
        await until_sent(sync)

        assert await sync.writes.conflicts() == []
    assert len(wire.to(BATCH)) == 6
    assert len({sent(request) for request in wire.to(BATCH)}) == 1
    assert await titles(ada) == ["Weed"]


async def test_a_request_without_an_answer_outlives_its_process(people: People) -> None:
    token, storage = people.token(), MemoryStorage()
    first, second = Wire(*[Fault.LOST] * 100, path=BATCH), Wire()
    task = await people.client(token=token).tasks.create(TaskCreate(title="Water"))
    async with people.client(token=token, transport=first).sync(storage, pace=QUICK) as sync:
        change = TaskUpdate(title="Weed")
        await sync.writes.put(UpdateTask(op="update_task", id=task.data.id, if_match=task.data.version, body=change))
        await until(sync, failed(sync))
        await sync.writes.put(creating("Hoe"))

    ada = people.client(token=token, transport=second)
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_sent(sync)

        assert await sync.writes.conflicts() == []
    assert sent(second.to(BATCH)[0]) == sent(first.to(BATCH)[0])
    assert await titles(ada) == ["Weed", "Hoe"]


class Crashing(MemoryStorage):
    """The process ends between the answer and what is to be remembered of it."""

    crashes = True

    async def settle(self, settled: Collection[UUID], conflicts: Sequence[Conflict], /) -> None:
        if self.crashes:
            raise OSError("killed")
        await super().settle(settled, conflicts)


async def test_an_answer_that_was_not_remembered_is_given_again(people: People) -> None:
    wire, storage = Wire(), Crashing()
    ada = people.client(transport=wire)
    task = await ada.tasks.create(TaskCreate(title="Water"))
    write = CompleteTask(op="complete_task", id=task.data.id, if_match=task.data.version)

    await storage.add(Write.of(write))
    with pytest.raises(OSError, match="killed"):
        async with ada.sync(storage, pace=QUICK), asyncio.timeout(10):
            await asyncio.Event().wait()
    storage.crashes = False
    async with ada.sync(storage, pace=QUICK) as sync:
        await until_sent(sync)

        assert await sync.writes.conflicts() == []
    first, second = wire.to(BATCH)
    assert sent(first) == sent(second)


async def test_a_refused_write_is_a_conflict_and_the_next_ones_go_on(people: People) -> None:
    wire, storage = Wire(), MemoryStorage()
    ada = people.client(transport=wire)
    task = await ada.tasks.create(TaskCreate(title="Water"))
    await ada.tasks.update(task.data.id, TaskUpdate(title="Weed"))
    stale = UpdateTask(
        op="update_task", id=task.data.id, if_match=task.data.version, body=TaskUpdate(title="Water more")
    )
    missing = CompleteTask(op="complete_task", id=new_id())
    wire.always = Fault.REFUSED

    async with ada.sync(storage, pace=QUICK) as sync:
        for operation in (stale, missing, creating("Hoe")):
            await sync.writes.put(operation)
        wire.always = None
        async with asyncio.timeout(10), aclosing(sync.writes.refusals()) as refusals:
            refused = [await anext(refusals), await anext(refusals)]
        await until_sent(sync)

    assert [(conflict.operation, conflict.problem.code) for conflict in refused] == [
        (stale, "stale_version"),
        (missing, "task_not_found"),
    ]
    assert await titles(ada) == ["Weed", "Hoe"]
    async with ada.sync(storage, pace=QUICK) as sync:
        assert await sync.writes.conflicts() == refused
        await sync.writes.dismiss(refused[0])
        assert await sync.writes.conflicts() == refused[1:]


async def test_a_write_that_spoils_the_whole_request_is_found(people: People) -> None:
    wire, storage = Wire(), MemoryStorage()
    ada = people.client(transport=wire)
    nowhere = ZonedDue(kind="zoned", datetime=datetime(2026, 12, 24, 18), timezone="Europe/Atlantis")  # noqa: DTZ001  # by the clock on the wall
    wire.always = Fault.REFUSED

    async with ada.sync(storage, pace=QUICK) as sync:
        for number in range(5):
            await sync.writes.put(creating(str(number)))
            if number == 2:
                bad = await sync.writes.put(creating("Dive", due=nowhere))
        wire.always = None
        await until_sent(sync)
        conflicts = await sync.writes.conflicts()

    assert [(conflict.id, conflict.problem.code) for conflict in conflicts] == [(bad.id, "invalid_request")]
    assert await titles(ada) == ["0", "1", "2", "3", "4"]


async def test_a_request_is_never_longer_than_the_api_takes(people: People) -> None:
    wire, storage = Wire(), MemoryStorage()
    ada = people.client(transport=wire)
    notes = "ü" * 16_384
    wire.always = Fault.REFUSED

    async with ada.sync(storage, pace=QUICK) as sync:
        for number in range(20):
            await sync.writes.put(creating(str(number), notes=notes))
        wire.always = None
        await until_sent(sync)

        assert await sync.writes.conflicts() == []
    assert await titles(ada) == [str(number) for number in range(20)]
    assert len({sent(request) for request in wire.to(BATCH)}) > 1


async def test_what_is_stored_can_be_written_down() -> None:
    write = Write.of(creating("Water"))
    bundle = Bundle.of([write])

    assert Write.model_validate_json(write.model_dump_json()) == write
    assert Bundle.model_validate_json(bundle.model_dump_json()) == bundle
