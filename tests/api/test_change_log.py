"""The log of changes: what each write says of itself, under the version that it made, in its own transaction."""

from typing import Any

import pytest

from change_log import Log
from client import Client, address
from todo_domain import ProjectRead, SectionRead, TaskRead, new_id


async def test_an_account_begins_with_its_inbox(log: Log, ada: Client) -> None:
    account = await ada.account()

    (entry,) = await log.entries_since(0)

    assert (entry["version"], entry["entity"], entry["op"]) == (account.version, "project", "created")
    assert entry["entity_id"] == account.inbox_id
    assert entry["at"] == account.created_at


async def test_the_account(log: Log, ada: Client) -> None:
    inbox_id = (await ada.account()).inbox_id

    written = await log.written_by("PATCH", "/v1/account", json={"timezone": "Asia/Tokyo"})

    assert written == {("account", "updated", inbox_id)}


@pytest.mark.parametrize("kind", ["project", "section", "label", "task"])
async def test_a_row_made_changed_and_moved(kind: str, log: Log, ada: Client) -> None:
    row_id = new_id()
    fields: dict[str, Any] = {"title" if kind == "task" else "name": "new"}
    place = {"project_id": str((await ada.create_project()).id)} if kind == "section" else {}
    path = f"/v1/{kind}s/{row_id}"

    created = await log.written_by("POST", f"/v1/{kind}s", json={"id": str(row_id), **fields, **place})
    updated = await log.written_by("PATCH", path, json=fields)
    moved = await log.written_by("PUT", f"{path}/position", json={})

    assert created == {(kind, "created", row_id)}
    assert updated == {(kind, "updated", row_id)}
    assert moved == {(kind, "moved", row_id)}


async def test_labels_that_come_with_a_task(log: Log, ada: Client) -> None:
    known = await ada.create_label(name="known")
    task_id = new_id()

    created = await log.written_by(
        "POST", "/v1/tasks", json={"id": str(task_id), "title": "new", "labels": ["Known", "first"]}
    )
    first = (await ada.labels())["first"]
    updated = await log.written_by("PATCH", f"/v1/tasks/{task_id}", json={"labels": ["first", "second"]})

    assert created == {("task", "created", task_id), ("label", "created", first.id)}
    assert updated == {("task", "updated", task_id), ("label", "created", ((await ada.labels())["second"]).id)}
    assert await ada.now(known) == known


async def test_a_label_renamed_and_deleted(log: Log, ada: Client) -> None:
    tasks = [await ada.create_task(labels=["errand"]) for _ in range(2)]
    await ada.trash(tasks[1])
    await ada.create_task(labels=["other"])
    label = (await ada.labels())["errand"]
    on_tasks = {("task", "updated", task.id) for task in tasks}

    coloured = await log.written_by("PATCH", address(label), json={"color": "#ffa500"})
    renamed = await log.written_by("PATCH", address(label), json={"name": "town"})
    deleted = await log.written_by("DELETE", address(label))

    assert coloured == {("label", "updated", label.id)}
    assert renamed == {("label", "updated", label.id)} | on_tasks
    assert deleted == {("label", "deleted", label.id)} | on_tasks


async def test_a_section_deleted(log: Log, ada: Client) -> None:
    section = await ada.create_section(await ada.create_project())
    task, trashed = [await ada.create_task(section_id=str(section.id)) for _ in range(2)]
    await ada.trash(trashed)

    deleted = await log.written_by("DELETE", address(section))

    assert deleted == {
        ("section", "deleted", section.id),
        ("task", "updated", task.id),
        ("task", "updated", trashed.id),
    }


async def test_a_project_trashed_restored_and_purged(log: Log, ada: Client) -> None:
    project = await ada.create_project()
    section = await ada.create_section(project)
    task = await ada.create_task(section_id=str(section.id))
    subtask = await ada.create_task(parent_id=str(task.id))
    earlier = await ada.create_task(project_id=str(project.id))
    await ada.trash(earlier)
    rows: tuple[ProjectRead | SectionRead | TaskRead, ...] = (project, section, task, subtask)

    trashed = await log.written_by("DELETE", address(project))
    restored = await log.written_by("PUT", f"{address(project)}/restoration")
    await ada.trash(project)
    purged = await log.written_by("DELETE", "/v1/trash")

    assert trashed == {(kind_of(row), "deleted", row.id) for row in rows}
    assert restored == {(kind_of(row), "restored", row.id) for row in rows}
    assert purged == {(kind_of(row), "purged", row.id) for row in (*rows, earlier)}


async def test_a_task_with_what_is_below_it(log: Log, ada: Client) -> None:
    project, task = await ada.create_project(), await ada.create_task()
    subtask = await ada.create_task(parent_id=str(task.id))
    done = await ada.complete(await ada.create_task(parent_id=str(subtask.id)))

    completed = await log.written_by("PUT", f"{address(task)}/completion")
    reopened = await log.written_by("DELETE", f"{address(task)}/completion")
    moved = await log.written_by("PUT", f"{address(task)}/position", json={"project_id": str(project.id)})
    trashed = await log.written_by("DELETE", address(task))
    restored = await log.written_by("PUT", f"{address(task)}/restoration")
    await ada.trash(subtask)
    purged = await log.written_by("DELETE", f"/v1/trash/{subtask.id}")

    everything = {task.id, subtask.id, done.id}
    assert completed == {("task", "completed", task.id), ("task", "completed", subtask.id)}
    assert reopened == {("task", "reopened", task.id)}
    assert moved == {("task", "moved", row_id) for row_id in everything}
    assert trashed == {("task", "deleted", row_id) for row_id in everything}
    assert restored == {("task", "restored", row_id) for row_id in everything}
    assert purged == {("task", "purged", row_id) for row_id in everything - {task.id}}


def kind_of(row: ProjectRead | SectionRead | TaskRead) -> str:
    return type(row).__name__.removesuffix("Read").lower()
