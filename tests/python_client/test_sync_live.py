"""A copy that is told live, and what becomes of it when the stream ends."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from python_client.faults import Fault, Wire
from python_client.people import People
from python_client.syncing import QUICK, until, until_current, until_it_is
from running import SECRET, Api
from todo_api.auth import ClaimRules, mint
from todo_client import TodoProblem
from todo_client.models import CreateTask, MoveTask, ProjectCreate, TaskCreate, TaskMove
from todo_client.sync import MemoryStorage, Pace

CHANGES, EVENTS = "/v1/changes", "/v1/events"


async def test_while_it_is_live_it_does_not_ask(people: People) -> None:
    token, wire, storage = people.token(), Wire(), MemoryStorage()
    phone = people.client(token=token)

    async with people.client(token=token, transport=wire).sync(storage, pace=QUICK) as sync:
        await until_it_is(sync, "live")
        before = len(wire.to(CHANGES))
        for title in ("Water", "Weed", "Hoe"):
            await phone.tasks.create(TaskCreate(title=title))
            await until_current(sync, storage, phone)

    assert len(wire.to(CHANGES)) == before
    assert len(wire.to(EVENTS)) == 1


@pytest.mark.parametrize("fault", [Fault.REFUSED, Fault.UNAVAILABLE], ids=["refused", "unavailable"])
async def test_without_a_stream_it_asks_now_and_then(people: People, fault: Fault) -> None:
    token, wire, storage = people.token(), Wire(*[fault] * 12, path=EVENTS), MemoryStorage()
    phone = people.client(token=token)

    async with people.client(token=token, transport=wire).sync(storage, pace=QUICK) as sync:
        await until_it_is(sync, "polling")
        assert sync.trouble is not None
        await phone.tasks.create(TaskCreate(title="Water"))
        await until_current(sync, storage, phone)
        await until_it_is(sync, "live")
        assert sync.trouble is None
        await phone.tasks.create(TaskCreate(title="Weed"))
        await until_current(sync, storage, phone)


async def test_a_stream_that_died_is_followed_by_another(people: People) -> None:
    token, wire, storage = people.token(), Wire(), MemoryStorage()
    phone = people.client(token=token)
    deaf = Pace(first_pause=QUICK.first_pause, longest_pause=QUICK.longest_pause, longest_silence=0.05)

    async with people.client(token=token, transport=wire).sync(storage, pace=deaf) as sync:

        async def has_asked_again() -> bool:
            return len(wire.to(EVENTS)) > 2

        await until(sync, has_asked_again)
        await phone.tasks.create(TaskCreate(title="Water"))
        await until_current(sync, storage, phone)


async def test_more_than_a_stream_carries_is_read_from_the_list(people: People) -> None:
    token, wire, storage = people.token(), Wire(), MemoryStorage()
    phone = people.client(token=token)
    tasks = [CreateTask(op="create_task", body=TaskCreate(title=str(number))) for number in range(100)]

    async with people.client(token=token, transport=wire).sync(storage, pace=QUICK) as sync:
        await until_it_is(sync, "live")
        await phone.batch.run(tasks)
        await phone.batch.run(tasks)
        project = await phone.projects.create(ProjectCreate(name="Garden"))
        moves = [
            MoveTask(op="move_task", id=task.id, body=TaskMove(project_id=project.data.id))
            async for task in phone.tasks.list(limit=200)
        ]
        await phone.batch.run(moves[:100])
        await phone.batch.run(moves[100:])
        await until_current(sync, storage, phone)
        before = len(wire.to(CHANGES))
        await phone.projects.trash(project.data.id)
        await until_current(sync, storage, phone)

    assert len(moves) == 200
    assert len(wire.to(CHANGES)) > before


async def test_a_stream_ends_with_its_token_and_goes_on_with_another(people: People, api: Api) -> None:
    rules = ClaimRules(api.settings.token_issuer, api.settings.token_audience)
    wire, storage, lifetimes, renewed = Wire(), MemoryStorage(), iter([2, 3600]), asyncio.Event()

    def provide() -> str:
        lifetime = next(lifetimes)
        if lifetime == 3600:
            renewed.set()
        return mint(SECRET, rules, user_id=user_id, lifetime_seconds=lifetime)

    user_id = "ada whose tokens are short-lived"
    phone = people.client(token=api.token(user_id))
    async with people.client(token=provide, transport=wire).sync(storage, pace=QUICK) as sync:
        async with asyncio.timeout(20):
            await renewed.wait()
        await phone.tasks.create(TaskCreate(title="Water"))
        await until_current(sync, storage, phone)

    assert len(wire.to(EVENTS)) > 1


async def test_who_has_as_many_streams_as_there_may_be_waits_as_long_as_the_api_asks_for(people: People) -> None:
    token, wire, storage = people.token(), Wire(), MemoryStorage()
    phone = people.client(token=token)
    async with AsyncExitStack() as streams:
        for _ in range(20):
            await streams.enter_async_context(phone.changes.stream_events())

        async with people.client(token=token, transport=wire).sync(storage, pace=QUICK) as sync:
            await until_it_is(sync, "polling")
            assert isinstance(sync.trouble, TodoProblem)
            assert (sync.trouble.code, sync.trouble.retry_after) == ("too_many_streams", 30)
            for title in ("Water", "Weed", "Hoe"):
                await phone.tasks.create(TaskCreate(title=title))
                await until_current(sync, storage, phone)

    assert len(wire.to(EVENTS)) == 1
    assert len(wire.to(CHANGES)) > 3
