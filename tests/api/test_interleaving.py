"""Writes that get in each other's way: whichever is first, what is left fits together."""

import asyncpg

from client import Client, address, refusal
from crowd import overlapping


async def test_a_label_renamed_meanwhile_leaves_its_old_name_nowhere(
    ada: Client, connection: asyncpg.Connection
) -> None:
    label, task = await ada.create_label(name="errand"), await ada.create_task()

    renamed, *labelled = await overlapping(
        connection,
        ada,
        ada.patch(address(label), json={"name": "town"}),
        ada.post("/v1/tasks", json={"title": "new", "labels": ["errand", "home"]}),
        ada.patch(address(task), json={"labels": ["ERRAND"]}),
    )

    assert [response.status_code for response in (renamed, *labelled)] == [200, 201, 200]
    assert {name for task in await ada.tasks() for name in task.labels} <= set(await ada.labels())


async def test_a_label_deleted_meanwhile_is_on_a_task_only_if_it_was_made_again(
    ada: Client, connection: asyncpg.Connection
) -> None:
    label, task = await ada.create_label(name="errand"), await ada.create_task()

    await overlapping(
        connection,
        ada,
        ada.delete(address(label)),
        ada.post("/v1/tasks", json={"title": "new", "labels": ["errand"]}),
        ada.patch(address(task), json={"labels": ["errand"]}),
    )

    assert {name for task in await ada.tasks() for name in task.labels} <= set(await ada.labels())


async def test_two_labels_renamed_to_one_name_stay_two(ada: Client, connection: asyncpg.Connection) -> None:
    labels = [await ada.create_label(name=name) for name in ("errand", "shopping")]
    tasks = [await ada.create_task(labels=[label.name]) for label in labels]

    responses = await overlapping(
        connection, ada, *(ada.patch(address(label), json={"name": "town"}) for label in labels)
    )

    assert sorted(response.status_code for response in responses) == [200, 409]
    assert [(await ada.now(task)).labels for task in tasks] == [[(await ada.now(label)).name] for label in labels]


async def test_nothing_stays_alive_in_a_project_that_is_trashed_meanwhile(
    ada: Client, connection: asyncpg.Connection
) -> None:
    project = await ada.create_project()
    section, outside = await ada.create_section(project), await ada.create_task()
    task, trashed = [await ada.create_task(project_id=str(project.id)) for _ in range(2)]
    await ada.trash(trashed)
    place = {"project_id": str(project.id)}

    gone, *others = await overlapping(
        connection,
        ada,
        ada.delete(address(project)),
        ada.post("/v1/tasks", json={"title": "new", **place}),
        ada.post("/v1/tasks", json={"title": "new", "section_id": str(section.id)}),
        ada.post("/v1/tasks", json={"title": "new", "parent_id": str(task.id)}),
        ada.post("/v1/sections", json={"name": "new", **place}),
        ada.put(f"{address(outside)}/position", json=place),
        ada.put(f"{address(trashed)}/restoration"),
    )

    assert gone.status_code == 204
    assert all(response.is_success or refusal(response)[0] == 404 for response in others)
    assert [task for task in await ada.tasks() if task.project_id == project.id] == []
    assert (await ada.get("/v1/sections")).json()["items"] == []


async def test_a_section_deleted_meanwhile_keeps_no_task(ada: Client, connection: asyncpg.Connection) -> None:
    section, outside = await ada.create_section(await ada.create_project()), await ada.create_task()
    place = {"section_id": str(section.id)}

    gone, *others = await overlapping(
        connection,
        ada,
        ada.delete(address(section)),
        ada.post("/v1/tasks", json={"title": "new", **place}),
        ada.put(f"{address(outside)}/position", json=place),
    )

    assert gone.status_code == 204
    assert all(response.is_success or refusal(response) == (404, "section_not_found") for response in others)
    assert {task.section_id for task in await ada.tasks()} == {None}


async def test_an_account_deleted_meanwhile_is_gone_or_made_again_as_a_whole(
    ada: Client, connection: asyncpg.Connection
) -> None:
    old, label = await ada.account(), await ada.create_label(name="home")

    deleted, renamed, *created = await overlapping(
        connection,
        ada,
        ada.delete("/v1/account"),
        ada.patch(address(label), json={"name": "errand"}),
        *(ada.post("/v1/tasks", json={"title": "new", "labels": ["errand"]}) for _ in range(4)),
    )

    account, tasks = await ada.account(), await ada.tasks()
    assert deleted.status_code == 204
    assert renamed.status_code == 200 or refusal(renamed) in {(404, "label_not_found"), (409, "label_exists")}
    assert [response.status_code for response in created] == [201] * 4
    assert account.inbox_id != old.inbox_id
    assert {task.project_id for task in tasks} <= {account.inbox_id}
    assert set(await ada.labels()) == {name for task in tasks for name in task.labels}
