"""Labels that come into being as names on a task count like any others."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx2
import pytest

from api.caps.filling import refused
from client import Client, refusal

type Write = Callable[[list[str]], Awaitable[httpx2.Response]]


async def creating(ada: Client) -> Write:
    return lambda labels: ada.post("/v1/tasks", json={"title": "new", "labels": labels})


async def patching(ada: Client) -> Write:
    task = await ada.create_task()
    return lambda labels: ada.patch(f"/v1/tasks/{task.id}", json={"labels": labels})


@pytest.fixture(params=[creating, patching], ids=["created", "changed"])
async def write(request: pytest.FixtureRequest, ada: Client) -> Any:
    return await request.param(ada)


async def test_new_ones_are_made_up_to_the_cap(write: Write, ada: Client) -> None:
    await ada.create_label(name="a")

    assert (await write(["A", "b", "c", "d"])).is_success

    assert list(await ada.labels()) == ["a", "b", "c", "d"]


async def test_with_too_many_nothing_of_the_write_is_done(write: Write, ada: Client) -> None:
    await ada.create_label(name="a")
    before, tasks = await ada.account(), await ada.tasks()

    assert refusal(await write(["A", "b", "c", "d", "e"])) == refused("label")

    assert (await ada.account(), await ada.tasks(), list(await ada.labels())) == (before, tasks, ["a"])


async def test_known_ones_need_no_room(write: Write, ada: Client) -> None:
    for name in "abcd":
        await ada.create_label(name=name)

    assert (await write(["D", "a"])).json()["labels"] == ["d", "a"]
    assert refusal(await write(["a", "e"])) == refused("label")


async def test_no_label_is_made_for_a_task_that_there_is_no_room_for(ada: Client) -> None:
    for _ in range(4):
        await ada.create_task()

    assert refusal(await ada.post("/v1/tasks", json={"title": "new", "labels": ["a"]})) == refused("task")

    assert await ada.labels() == {}


async def test_a_change_of_what_is_not_there_makes_none(ada: Client) -> None:
    task = await ada.create_task()
    await ada.trash(task)
    too_many = {"labels": list("abcde")}

    assert refusal(await ada.patch(f"/v1/tasks/{task.id}", json=too_many)) == (409, "in_trash")
    stale = await ada.patch(f"/v1/tasks/{task.id}", json=too_many, headers={"If-Match": '"1"'})
    assert refusal(stale) == (412, "stale_version")
