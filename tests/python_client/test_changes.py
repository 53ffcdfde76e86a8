"""The feed, page by page and live."""

import asyncio
from http import HTTPStatus

import pytest

from python_client.faults import Fault, Wire
from python_client.people import People
from python_client.test_answers import answering
from todo_client import TodoClient, TodoProblem, UnexpectedAnswer, Unreachable
from todo_client.models import Changes, TaskCreate, TaskUpdate

EVENTS = "/v1/events"


async def current(ada: TodoClient) -> str:
    """The cursor behind everything that has happened."""
    page = await ada.changes.list()
    while page.has_more:
        page = await ada.changes.list(after=page.next_cursor)
    return page.next_cursor


async def test_the_feed_is_everything_and_then_what_is_new(ada: TodoClient) -> None:
    task = await ada.tasks.create(TaskCreate(title="Water"))
    everything = await ada.changes.list()
    await ada.tasks.update(task.data.id, TaskUpdate(title="Weed"))

    news = await ada.changes.list(after=everything.next_cursor)

    assert [item.kind for item in everything.items] == ["account", "project", "task"]
    assert [(item.id, item.data.title) for item in news.items if item.kind == "task" and item.data is not None] == [
        (task.data.id, "Weed")
    ]


async def test_what_happens_is_told_as_it_happens(ada: TodoClient) -> None:
    cursor = await current(ada)
    first = await ada.tasks.create(TaskCreate(title="Water"))

    async with asyncio.timeout(10), ada.changes.stream_events(after=cursor) as pages:
        told = [await anext(pages)]
        second = await ada.tasks.create(TaskCreate(title="Weed"))
        told.append(await anext(pages))

    assert [[item.id for item in page.items if item.kind == "task"] for page in told] == [
        [first.data.id],
        [second.data.id],
    ]
    assert await _after(ada, told[-1]) == []


async def _after(ada: TodoClient, page: Changes) -> list[object]:
    return [*(await ada.changes.list(after=page.next_cursor)).items]


async def test_a_stream_without_a_cursor_begins_now(ada: TodoClient) -> None:
    await ada.tasks.create(TaskCreate(title="Water"))

    async with asyncio.timeout(10), ada.changes.stream_events() as pages:
        task = await ada.tasks.create(TaskCreate(title="Weed"))
        page = await anext(pages)

    assert [item.id for item in page.items if item.kind == "task"] == [task.data.id]


async def test_a_stream_that_is_silent_for_too_long_is_dead(ada: TodoClient) -> None:
    async with ada.changes.stream_events(longest_silence=0.05) as pages, asyncio.timeout(10):
        with pytest.raises(Unreachable, match="after a part of it"):
            await anext(pages)


async def test_a_stream_that_is_refused_is_a_problem(ada: TodoClient) -> None:
    with pytest.raises(TodoProblem) as refused:
        async with ada.changes.stream_events(after="nonsense"):
            pass

    assert refused.value.code == "invalid_cursor"


async def test_a_stream_is_asked_for_again_like_any_read(people: People) -> None:
    wire = Wire(Fault.REFUSED, Fault.UNAVAILABLE, path=EVENTS)
    ada = people.client(transport=wire)

    async with ada.changes.stream_events():
        pass

    assert len(wire.to(EVENTS)) == 3


async def test_what_is_no_stream_is_told_apart() -> None:
    async with answering(HTTPStatus.OK, b"<html>Log in</html>") as client:
        with pytest.raises(UnexpectedAnswer):
            async with client.changes.stream_events():
                pass
