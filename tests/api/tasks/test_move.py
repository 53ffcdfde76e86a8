"""Moving tasks: to a project, a section, a parent."""

from typing import Any
from uuid import uuid4

import pytest

from client import Client, refusal
from operations import MISSING_ID
from todo_domain import TaskRead


def place(task: TaskRead) -> tuple[object, ...]:
    return task.project_id, task.section_id, task.parent_id


async def test_a_task_moves_to_a_project_a_section_a_parent_and_back(ada: Client) -> None:
    project, parent = await ada.create_project(), await ada.create_task()
    section = await ada.create_section(project)
    inbox = (await ada.account()).inbox_id
    task = await ada.create_task()

    assert place(await ada.move(task, project_id=project.id)) == (project.id, None, None)
    assert place(await ada.move(task, section_id=section.id)) == (project.id, section.id, None)
    assert place(await ada.move(task, parent_id=parent.id)) == (inbox, None, parent.id)
    assert place(await ada.move(task, project_id=inbox)) == (inbox, None, None)


async def test_a_move_changes_the_place_and_nothing_else(ada: Client) -> None:
    project = await ada.create_project()
    task = await ada.create_task(due={"kind": "date", "date": "2026-12-24"}, labels=["garden"])

    response = await ada.put(f"/v1/tasks/{task.id}/position", json={"project_id": str(project.id)})

    moved = TaskRead.model_validate_json(response.content)
    changed = {"project_id", "position", "version", "updated_at"}
    assert moved.model_dump(exclude=changed) == task.model_dump(exclude=changed)
    assert (response.status_code, response.headers["etag"]) == (200, f'"{moved.version}"')
    assert moved.version == task.version + 1
    assert await ada.task(task) == moved


async def test_everything_below_a_task_goes_along_the_trash_included(ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())
    task, subtask, deepest = await ada.nested(3)
    await ada.complete(deepest)
    trashed = await ada.create_task(title="trashed", parent_id=str(task.id))
    await ada.trash(trashed)

    moved = await ada.move(task, section_id=section.id)

    for one in (subtask, deepest, trashed):
        now = await ada.task(one)
        assert place(now) == (section.project_id, section.id, one.parent_id)
        assert (now.version, now.position) == (moved.version, one.position)
    assert (await ada.task(trashed)).deleted_at is not None
    assert await ada.titles(section_id=section.id, sort="created") == ["1", "2", "3"]


async def test_a_subtask_leaves_its_parents_section_with_its_own_subtasks(ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())
    task, subtask, deepest = await ada.nested(3, section_id=str(section.id))

    moved = await ada.move(subtask, project_id=section.project_id)

    assert place(moved) == (section.project_id, None, None)
    assert place(await ada.task(deepest)) == (section.project_id, None, subtask.id)
    assert await ada.task(task) == task


@pytest.mark.parametrize("below", [0, 1, 2])
async def test_a_task_cannot_be_moved_into_itself(ada: Client, below: int) -> None:
    line = await ada.nested(3)

    response = await ada.put(f"/v1/tasks/{line[0].id}/position", json={"parent_id": str(line[below].id)})

    assert refusal(response) == (409, "task_cycle")
    assert [await ada.task(task) for task in line] == line


async def test_a_task_can_trade_places_with_its_subtask(ada: Client) -> None:
    task, subtask = await ada.nested(2)

    await ada.move(subtask, project_id=task.project_id)
    await ada.move(task, parent_id=subtask.id)

    assert await ada.titles(parent_id="none") == ["2"]
    assert await ada.titles(parent_id=subtask.id) == ["1"]


async def test_what_is_below_a_task_counts_when_it_moves(ada: Client) -> None:
    line = await ada.nested(3)
    two, three = (await ada.nested(3))[1:]

    assert refusal(await ada.put(f"/v1/tasks/{line[0].id}/position", json={"parent_id": str(three.id)})) == (
        409,
        "too_deep",
    )
    assert [await ada.task(task) for task in line] == line
    assert (await ada.move(line[0], parent_id=two.id)).parent_id == two.id


async def test_depth_is_counted_anew_after_each_move(ada: Client) -> None:
    line = await ada.nested(5)

    await ada.move(line[2], project_id=line[2].project_id)

    below = await ada.create_task(parent_id=str(line[4].id))
    assert (await ada.create_task(parent_id=str(below.id))).parent_id == below.id


@pytest.mark.parametrize("kind", ["project", "section", "parent"])
async def test_somebody_elses_place_is_a_place_that_never_was(ada: Client, bob: Client, kind: str) -> None:
    project = await ada.create_project()
    section, parent = await ada.create_section(project), await ada.create_task()
    places = {"project": project.id, "section": section.id, "parent": parent.id}
    task = await bob.create_task()

    theirs = await bob.put(f"/v1/tasks/{task.id}/position", json={f"{kind}_id": str(places[kind])})
    never_was = await bob.put(f"/v1/tasks/{task.id}/position", json={f"{kind}_id": str(uuid4())})

    assert refusal(theirs) == (404, f"{kind.replace('parent', 'task')}_not_found")
    assert theirs.content == never_was.content
    assert await bob.task(task) == task


async def test_nothing_moves_into_the_trash_or_within_it(ada: Client) -> None:
    project, trashed, task = await ada.create_project(), await ada.create_task(), await ada.create_task()
    section = await ada.create_section(project)
    await ada.trash(project)
    await ada.trash(trashed)
    inbox = str((await ada.account()).inbox_id)

    async def moving(what: TaskRead, **where: str) -> tuple[int, str]:
        return refusal(await ada.put(f"/v1/tasks/{what.id}/position", json=where))

    assert await moving(task, project_id=str(project.id)) == (404, "project_not_found")
    assert await moving(task, section_id=str(section.id)) == (404, "section_not_found")
    assert await moving(task, parent_id=str(trashed.id)) == (404, "task_not_found")
    assert await moving(trashed, project_id=inbox) == (409, "in_trash")
    assert await moving(trashed, parent_id=str(task.id)) == (409, "in_trash")
    assert await moving(trashed) == (409, "in_trash")
    assert await moving(trashed, before=str(task.id)) == (409, "in_trash")
    assert await ada.task(task) == task


async def test_somebody_elses_task_does_not_move(ada: Client, bob: Client) -> None:
    task = await ada.create_task()
    home = await bob.create_project()

    theirs = await bob.put(f"/v1/tasks/{task.id}/position", json={"project_id": str(home.id)})
    never_was = await bob.put(f"/v1/tasks/{uuid4()}/position", json={"project_id": str(home.id)})

    assert refusal(theirs) == (404, "task_not_found")
    assert theirs.content == never_was.content
    assert await ada.task(task) == task


@pytest.mark.parametrize(
    "body",
    [
        {"project_id": None},
        {"parent_id": None},
        {"before": None},
        {"position": "l1"},
        {"project_id": MISSING_ID, "section_id": MISSING_ID},
        {"section_id": MISSING_ID, "parent_id": MISSING_ID},
        {"before": MISSING_ID, "after": MISSING_ID},
        {"after": "last"},
    ],
    ids=" ".join,
)
async def test_a_move_says_one_thing(ada: Client, body: dict[str, Any]) -> None:
    task = await ada.create_task()

    response = await ada.put(f"/v1/tasks/{task.id}/position", json=body)

    assert refusal(response) == (422, "invalid_request")
    assert await ada.task(task) == task
