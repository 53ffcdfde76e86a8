"""Completing a task completes what is open below it; reopening reopens only the one."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from client import Client, refusal
from todo_domain import Status, TaskRead


async def family(client: Client) -> tuple[TaskRead, TaskRead, TaskRead]:
    """A task, its subtask, and the subtask's subtask."""
    task = await client.create_task(title="task")
    subtask = await client.create_task(title="subtask", parent_id=str(task.id))
    return task, subtask, await client.create_task(title="deepest", parent_id=str(subtask.id))


async def test_a_completed_task_says_when(ada: Client) -> None:
    task = await ada.create_task()
    before = datetime.now(UTC)

    response = await ada.put(f"/v1/tasks/{task.id}/completion")

    done = TaskRead.model_validate_json(response.content)
    assert (response.status_code, done.status, done.version) == (200, Status.COMPLETED, task.version + 1)
    assert done.completed_at is not None
    assert before <= done.completed_at == done.updated_at <= datetime.now(UTC)
    assert response.headers["etag"] == f'"{done.version}"'
    assert await ada.task(task) == done


async def test_completing_changes_nothing_else(ada: Client) -> None:
    task = await ada.create_task(due={"kind": "date", "date": "2026-12-24"}, labels=["garden"])

    done = await ada.complete(task)

    changed = {"status", "completed_at", "version", "updated_at"}
    assert done.model_dump(exclude=changed) == task.model_dump(exclude=changed)


async def test_a_task_is_completed_with_everything_open_below_it_in_one_change(ada: Client) -> None:
    task, subtask, deepest = await family(ada)
    beside = await ada.create_task(title="beside")

    done = await ada.complete(task)

    below = [await ada.task(subtask), await ada.task(deepest)]
    assert {one.completed_at for one in below} == {done.completed_at}
    assert {one.version for one in below} == {done.version} == {(await ada.account()).version}
    assert await ada.task(beside) == beside


async def test_what_was_completed_before_keeps_its_time_and_lets_open_tasks_below_it_through(ada: Client) -> None:
    task, subtask, deepest = await family(ada)
    await ada.complete(subtask)
    await ada.reopen(deepest)
    before = await ada.task(subtask)

    done = await ada.complete(task)

    assert await ada.task(subtask) == before
    assert (await ada.task(deepest)).completed_at == done.completed_at


async def test_what_is_in_the_trash_is_not_completed(ada: Client) -> None:
    task, subtask, deepest = await family(ada)
    await ada.trash(subtask)
    trashed = [await ada.task(subtask), await ada.task(deepest)]

    await ada.complete(task)

    assert [await ada.task(subtask), await ada.task(deepest)] == trashed
    assert trashed[0].status is Status.OPEN


async def test_completing_a_subtask_leaves_its_parent_open(ada: Client) -> None:
    task, subtask, _ = await family(ada)

    await ada.complete(subtask)

    assert await ada.task(task) == task


async def test_reopening_reopens_only_the_one(ada: Client) -> None:
    task, subtask, deepest = await family(ada)
    await ada.complete(task)
    others = [await ada.task(task), await ada.task(deepest)]

    open_again = await ada.reopen(subtask)

    assert (open_again.status, open_again.completed_at) == (Status.OPEN, None)
    assert open_again.version == others[0].version + 1
    assert [await ada.task(task), await ada.task(deepest)] == others
    assert await ada.titles(status="open") == ["subtask"]


async def test_completing_twice_is_completing_once(ada: Client) -> None:
    task, subtask, _ = await family(ada)
    first = await ada.put(f"/v1/tasks/{task.id}/completion")
    await ada.reopen(subtask)
    account = await ada.account()

    second = await ada.put(f"/v1/tasks/{task.id}/completion")

    assert (second.status_code, second.content) == (200, first.content)
    assert second.headers["etag"] == first.headers["etag"]
    assert (await ada.task(subtask)).status is Status.OPEN
    assert await ada.account() == account


async def test_reopening_what_is_open_changes_nothing(ada: Client) -> None:
    task, *_ = await family(ada)
    account = await ada.account()

    response = await ada.delete(f"/v1/tasks/{task.id}/completion")

    assert (response.status_code, TaskRead.model_validate_json(response.content)) == (200, task)
    assert response.headers["etag"] == f'"{task.version}"'
    assert await ada.account() == account


async def test_completed_again_is_completed_at_a_new_time(ada: Client) -> None:
    task = await ada.create_task()
    first = await ada.complete(task)
    await ada.reopen(task)

    second = await ada.complete(task)

    assert first.completed_at is not None
    assert second.completed_at is not None
    assert first.completed_at < second.completed_at


@pytest.mark.parametrize("verb", ["PUT", "DELETE"])
async def test_a_task_in_the_trash_is_neither_completed_nor_reopened(ada: Client, verb: str) -> None:
    tasks = [await ada.create_task(), await ada.complete(await ada.create_task())]
    for task in tasks:
        await ada.trash(task)
        trashed = await ada.task(task)

        response = await ada.request(verb, f"/v1/tasks/{task.id}/completion")

        assert refusal(response) == (409, "in_trash")
        assert await ada.task(task) == trashed


@pytest.mark.parametrize("verb", ["PUT", "DELETE"])
async def test_somebody_elses_task_is_a_task_that_never_was(ada: Client, bob: Client, verb: str) -> None:
    task = await ada.create_task()

    theirs = await bob.request(verb, f"/v1/tasks/{task.id}/completion")
    never_was = await bob.request(verb, f"/v1/tasks/{uuid4()}/completion")

    assert refusal(theirs) == (404, "task_not_found")
    assert theirs.content == never_was.content
    assert await ada.task(task) == task
