"""Deleting from the trash: gone for good."""

from uuid import uuid4

from client import Client, refusal
from todo_domain import new_id


async def test_a_purged_task_never_was(ada: Client) -> None:
    task = await ada.create_task()
    await ada.trash(task)

    response = await ada.delete(f"/v1/trash/{task.id}")

    assert (response.status_code, response.content) == (204, b"")
    never_was = await ada.get(f"/v1/tasks/{uuid4()}")
    assert (await ada.get(f"/v1/tasks/{task.id}")).content == never_was.content
    assert refusal(never_was) == (404, "task_not_found")
    assert refusal(await ada.put(f"/v1/tasks/{task.id}/restoration")) == (404, "task_not_found")
    assert refusal(await ada.delete(f"/v1/tasks/{task.id}")) == (404, "task_not_found")


async def test_a_task_is_purged_with_its_subtasks_whenever_they_went_to_the_trash(ada: Client) -> None:
    task = await ada.create_task()
    subtasks = [await ada.create_task(parent_id=str(task.id)) for _ in range(2)]
    deepest = await ada.create_task(parent_id=str(subtasks[0].id))
    survivor = await ada.create_task(title="survivor")
    for one in (subtasks[0], survivor, task):
        await ada.trash(one)

    await ada.delete(f"/v1/trash/{task.id}")

    assert await ada.titles(trash="true") == ["survivor"]
    for one in (*subtasks, deepest):
        assert refusal(await ada.get(f"/v1/tasks/{one.id}")) == (404, "task_not_found")


async def test_a_subtask_is_purged_alone(ada: Client) -> None:
    task = await ada.create_task(title="task")
    subtask = await ada.create_task(parent_id=str(task.id))
    await ada.trash(subtask)

    await ada.delete(f"/v1/trash/{subtask.id}")

    assert await ada.tasks() == [task]


async def test_only_what_is_in_the_trash_is_purged(ada: Client) -> None:
    task = await ada.create_task()
    account = await ada.account()

    response = await ada.delete(f"/v1/trash/{task.id}")

    assert refusal(response) == (404, "task_not_found")
    assert await ada.task(task) == task
    assert await ada.account() == account


async def test_purging_twice_finds_nothing_the_second_time(ada: Client) -> None:
    task = await ada.create_task()
    await ada.trash(task)
    await ada.delete(f"/v1/trash/{task.id}")

    assert refusal(await ada.delete(f"/v1/trash/{task.id}")) == (404, "task_not_found")


async def test_a_subtask_that_was_rescued_survives_its_former_parent(ada: Client) -> None:
    task = await ada.create_task()
    subtask = await ada.create_task(title="rescued", parent_id=str(task.id))
    await ada.trash(task)
    await ada.restore(subtask)

    await ada.delete(f"/v1/trash/{task.id}")

    assert await ada.titles() == ["rescued"]


async def test_a_purged_id_can_be_used_again(ada: Client) -> None:
    body = {"id": str(new_id()), "title": "Phoenix"}
    task = await ada.create_task(**body)
    await ada.trash(task)
    await ada.delete(f"/v1/trash/{task.id}")

    again = await ada.create_task(**body)

    assert again.id == task.id
    assert again.version > task.version


async def test_emptying_the_trash_leaves_what_is_not_in_it(ada: Client) -> None:
    project, doomed = await ada.create_project(name="kept"), await ada.create_project(name="doomed")
    section = await ada.create_section(doomed)
    kept = await ada.create_task(title="kept", project_id=str(project.id), labels=["garden"])
    rescued = await ada.create_task(title="rescued", section_id=str(section.id))
    for place in ({"section_id": str(section.id)}, {"parent_id": str(kept.id)}, {"project_id": str(project.id)}):
        await ada.trash(await ada.create_task(**place))
    await ada.create_task(title="goes with its project", section_id=str(section.id))
    await ada.trash(doomed)
    await ada.restore(rescued)

    response = await ada.delete("/v1/trash")

    assert (response.status_code, response.content) == (204, b"")
    assert await ada.titles(trash="true") == []
    assert await ada.titles(sort="created") == ["kept", "rescued"]
    assert refusal(await ada.get(f"/v1/projects/{doomed.id}")) == (404, "project_not_found")
    assert refusal(await ada.get(f"/v1/sections/{section.id}")) == (404, "section_not_found")
    assert (await ada.get("/v1/labels")).json()["items"][0]["name"] == "garden"


async def test_emptying_an_empty_trash_changes_nothing(ada: Client, bob: Client) -> None:
    account = await ada.account()

    assert (await ada.delete("/v1/trash")).status_code == 204
    assert (await bob.delete("/v1/trash")).status_code == 204
    assert await ada.account() == account


async def test_nobody_can_purge_anything_of_anybody_else(ada: Client, bob: Client) -> None:
    task = await ada.create_task()
    await ada.trash(task)
    trashed = await ada.task(task)

    theirs = await bob.delete(f"/v1/trash/{task.id}")
    never_was = await bob.delete(f"/v1/trash/{uuid4()}")
    await bob.delete("/v1/trash")

    assert refusal(theirs) == (404, "task_not_found")
    assert theirs.content == never_was.content
    assert await ada.tasks(trash="true") == [trashed]
