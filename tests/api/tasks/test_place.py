"""Where new tasks go, and what happens to labels on the way."""

from uuid import uuid4

import pytest

from client import Client, refusal
from todo_domain import new_id


async def test_a_task_goes_where_it_is_told(ada: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)

    in_project = await ada.create_task(project_id=str(project.id))
    in_section = await ada.create_task(section_id=str(section.id))
    in_both = await ada.create_task(project_id=str(project.id), section_id=str(section.id))

    assert (in_project.project_id, in_project.section_id) == (project.id, None)
    assert (in_section.project_id, in_section.section_id) == (project.id, section.id)
    assert (in_both.project_id, in_both.section_id) == (project.id, section.id)


async def test_a_subtask_is_where_its_parent_is(ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())

    task, subtask, deepest = await ada.nested(3, section_id=str(section.id))

    assert (subtask.parent_id, deepest.parent_id) == (task.id, subtask.id)
    assert (deepest.project_id, deepest.section_id) == (section.project_id, section.id)


@pytest.mark.parametrize("place", ["project_id", "section_id"])
async def test_a_subtask_cannot_be_told_to_be_elsewhere(ada: Client, place: str) -> None:
    parent = await ada.create_task()

    response = await ada.post(
        "/v1/tasks", json={"title": "Subtask", "parent_id": str(parent.id), place: str(parent.project_id)}
    )

    assert refusal(response) == (422, "invalid_request")


async def test_tasks_can_be_nested_five_deep_and_no_deeper(ada: Client) -> None:
    *_, deepest = await ada.nested(5)

    response = await ada.post("/v1/tasks", json={"title": "6", "parent_id": str(deepest.id)})

    assert refusal(response) == (409, "too_deep")
    assert await ada.titles() == ["1", "2", "3", "4", "5"]


async def test_what_was_too_deep_has_not_used_up_its_id(ada: Client) -> None:
    *_, parent, deepest = await ada.nested(5)
    body = {"id": str(new_id()), "title": "6"}
    await ada.post("/v1/tasks", json=body | {"parent_id": str(deepest.id)})

    response = await ada.post("/v1/tasks", json=body | {"parent_id": str(parent.id)})

    assert response.status_code == 201


async def test_a_section_of_another_project_is_not_found(ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())
    other = await ada.create_project()

    response = await ada.post(
        "/v1/tasks", json={"title": "Lost", "project_id": str(other.id), "section_id": str(section.id)}
    )

    assert refusal(response) == (404, "section_not_found")


@pytest.mark.parametrize("kind", ["project", "section", "parent"])
async def test_somebody_elses_place_is_a_place_that_never_was(ada: Client, bob: Client, kind: str) -> None:
    project = await ada.create_project()
    section, parent = await ada.create_section(project), await ada.create_task()
    places = {"project": project.id, "section": section.id, "parent": parent.id}
    body = {"title": "Intruder"}

    theirs = await bob.post("/v1/tasks", json=body | {f"{kind}_id": str(places[kind])})
    never_was = await bob.post("/v1/tasks", json=body | {f"{kind}_id": str(uuid4())})

    assert refusal(theirs) == (404, f"{kind.replace('parent', 'task')}_not_found")
    assert theirs.content == never_was.content
    assert await bob.tasks() == []
    assert len(await ada.tasks()) == 1


async def test_nothing_new_goes_into_the_trash(ada: Client) -> None:
    project, task = await ada.create_project(), await ada.create_task()
    section = await ada.create_section(project)
    await ada.trash(project)
    await ada.trash(task)

    places = {"project_id": project.id, "section_id": section.id, "parent_id": task.id}
    answers = [
        refusal(await ada.post("/v1/tasks", json={"title": "Late", name: str(place)})) for name, place in places.items()
    ]

    assert answers == [(404, "project_not_found"), (404, "section_not_found"), (404, "task_not_found")]


async def test_a_new_task_goes_to_the_end(ada: Client) -> None:
    first = await ada.create_task(title="first")
    second = await ada.create_task(title="second")
    await ada.move(first, after=second.id)
    await ada.create_task(title="third")

    assert await ada.titles(sort="order") == ["second", "first", "third"]


async def test_labels_that_do_not_exist_yet_are_made(ada: Client, bob: Client) -> None:
    await ada.create_task(labels=["errand", "Garden"])

    labels = [label["name"] for label in (await ada.get("/v1/labels")).json()["items"]]
    assert labels == ["errand", "Garden"]
    assert (await bob.get("/v1/labels")).json()["items"] == []


async def test_a_label_is_written_as_it_was_first_written(ada: Client) -> None:
    await ada.create_task(labels=["Straße", "Cafe\N{COMBINING ACUTE ACCENT}"])

    task = await ada.create_task(labels=["caf\N{LATIN SMALL LETTER E WITH ACUTE}", "new", "STRASSE"])

    assert task.labels == ["Cafe\N{COMBINING ACUTE ACCENT}", "new", "Straße"]
    assert len((await ada.get("/v1/labels")).json()["items"]) == 3


async def test_a_refused_task_makes_no_labels(ada: Client) -> None:
    await ada.post("/v1/tasks", json={"title": "Lost", "labels": ["errand"], "parent_id": str(uuid4())})

    assert (await ada.get("/v1/labels")).json()["items"] == []
