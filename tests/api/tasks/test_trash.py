"""Into the trash with everything below, out of it again, or gone for good."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from client import Client, refusal
from todo_domain import ProjectRead, TaskRead

STAMPS = {"version", "updated_at"}


async def now(client: Client, *tasks: TaskRead) -> list[TaskRead]:
    return [await client.task(task) for task in tasks]


async def trash(client: Client) -> list[str]:
    return await client.titles(trash="true", sort="created")


async def test_a_task_goes_to_the_trash_with_everything_below_it_in_one_change(ada: Client) -> None:
    task, subtask, deepest = await ada.nested(3)
    await ada.complete(deepest)
    beside = await ada.create_task(title="beside")
    before = datetime.now(UTC)

    response = await ada.delete(f"/v1/tasks/{task.id}")

    gone = await now(ada, task, subtask, deepest)
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["etag"] == f'"{gone[0].version}"'
    assert len({(one.deleted_at, one.version) for one in gone}) == 1
    assert gone[0].deleted_at is not None
    assert before <= gone[0].deleted_at <= datetime.now(UTC)
    assert await ada.tasks() == [beside]
    assert await trash(ada) == ["1", "2", "3"]


async def test_what_comes_back_is_what_went(ada: Client) -> None:
    line = await ada.nested(3, labels=["garden"], due={"kind": "date", "date": "2026-12-24"})
    line[1:] = [await ada.complete(line[1]), await ada.task(line[2])]
    await ada.trash(line[0])

    response = await ada.put(f"/v1/tasks/{line[0].id}/restoration")

    back = await now(ada, *line)
    assert (response.status_code, TaskRead.model_validate_json(response.content)) == (200, back[0])
    assert response.headers["etag"] == f'"{back[0].version}"'
    assert [task.model_dump(exclude=STAMPS) for task in back] == [task.model_dump(exclude=STAMPS) for task in line]
    assert await trash(ada) == []


async def test_trashing_twice_is_trashing_once(ada: Client) -> None:
    task, subtask = await ada.nested(2)
    first = await ada.delete(f"/v1/tasks/{task.id}")
    trashed, account = await now(ada, task, subtask), await ada.account()

    second = await ada.delete(f"/v1/tasks/{task.id}")

    assert (second.status_code, second.headers["etag"]) == (204, first.headers["etag"])
    assert await now(ada, task, subtask) == trashed
    assert await ada.account() == account


async def test_restoring_twice_is_restoring_once(ada: Client) -> None:
    task = await ada.create_task()
    await ada.trash(task)
    first = await ada.put(f"/v1/tasks/{task.id}/restoration")

    second = await ada.put(f"/v1/tasks/{task.id}/restoration")

    assert (second.status_code, second.content) == (200, first.content)
    assert second.headers["etag"] == first.headers["etag"]


async def test_what_was_trashed_before_its_parent_stays_in_the_trash_when_the_parent_comes_back(ada: Client) -> None:
    task, subtask, deepest = await ada.nested(3)
    beside = await ada.create_task(title="beside", parent_id=str(task.id))
    await ada.trash(subtask)
    await ada.trash(task)

    await ada.restore(task)

    assert await ada.titles(sort="created") == ["1", "beside"]
    assert await trash(ada) == ["2", "3"]
    await ada.restore(subtask)
    assert [one.parent_id for one in await now(ada, subtask, deepest, beside)] == [task.id, subtask.id, task.id]


async def test_a_subtask_of_a_trashed_task_comes_back_at_the_top_with_its_subtasks(ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())
    line = await ada.nested(5, section_id=str(section.id))
    await ada.trash(line[1])

    back = await ada.restore(line[2])

    assert (back.parent_id, back.project_id, back.section_id) == (None, section.project_id, section.id)
    assert await ada.titles(sort="created") == ["1", "3", "4", "5"]
    assert [task.parent_id for task in await now(ada, *line[3:])] == [line[2].id, line[3].id]
    sixth = await ada.create_task(parent_id=str(line[4].id))
    assert (await ada.create_task(parent_id=str(sixth.id))).parent_id == sixth.id


async def test_a_subtask_that_came_back_stays_at_the_top_when_its_parent_comes_back(ada: Client) -> None:
    task, subtask = await ada.nested(2)
    await ada.trash(task)
    await ada.restore(subtask)

    await ada.restore(task)

    assert [one.parent_id for one in await now(ada, task, subtask)] == [None, None]


async def test_a_task_of_a_trashed_project_comes_back_in_the_inbox(ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())
    task, subtask = await ada.nested(2, section_id=str(section.id))
    await ada.trash(ProjectRead.model_validate_json((await ada.get(f"/v1/projects/{section.project_id}")).content))

    await ada.restore(task)

    inbox = (await ada.account()).inbox_id
    assert [(one.project_id, one.section_id) for one in await now(ada, task, subtask)] == [(inbox, None)] * 2
    assert (await ada.task(subtask)).parent_id == task.id


async def test_what_stays_in_the_trash_below_a_task_still_goes_where_the_task_goes(ada: Client) -> None:
    project = await ada.create_project()
    top, task, subtask, deepest = await ada.nested(4, project_id=str(project.id))
    for one in (deepest, top):
        await ada.trash(one)
    await ada.trash(project)
    await ada.restore(task)
    await ada.put(f"/v1/projects/{project.id}/restoration")

    back = await ada.restore(deepest)

    assert back.parent_id == subtask.id
    assert back.project_id == (await ada.account()).inbox_id
    fourth = await ada.create_task(parent_id=str(back.id))
    assert (await ada.create_task(parent_id=str(fourth.id))).parent_id == fourth.id


async def test_a_task_comes_back_out_of_a_section_that_is_gone(ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())
    task = await ada.create_task(section_id=str(section.id))
    await ada.trash(task)
    await ada.delete(f"/v1/sections/{section.id}")

    back = await ada.restore(task)

    assert (back.project_id, back.section_id) == (section.project_id, None)


async def test_a_task_comes_back_to_its_parent_wherever_that_is_now(ada: Client) -> None:
    project = await ada.create_project()
    task, subtask = await ada.nested(2)
    await ada.trash(subtask)
    await ada.move(task, project_id=project.id)
    await ada.complete(task)

    back = await ada.restore(subtask)

    assert (back.parent_id, back.project_id, back.completed_at) == (task.id, project.id, None)


@pytest.mark.parametrize(("verb", "path"), [("DELETE", "/v1/tasks/{}"), ("PUT", "/v1/tasks/{}/restoration")])
async def test_somebody_elses_task_is_a_task_that_never_was(ada: Client, bob: Client, verb: str, path: str) -> None:
    open_task, trashed = await ada.create_task(), await ada.create_task()
    await ada.trash(trashed)
    before = await now(ada, open_task, trashed)

    theirs = [await bob.request(verb, path.format(task.id)) for task in before]
    never_was = await bob.request(verb, path.format(uuid4()))

    assert refusal(never_was) == (404, "task_not_found")
    assert {response.content for response in theirs} == {never_was.content}
    assert await now(ada, open_task, trashed) == before
