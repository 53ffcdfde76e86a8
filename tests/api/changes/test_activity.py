"""The activity: what happened to what, field by field, newest first."""

from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from api.lists.paging import first_cursor
from client import Client, Row, address, refusal
from crowd import at_once
from operations import MISSING_ID
from todo_domain import TaskRead, new_id
from undoing import change_of, undo

ZONED = {"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "Asia/Tokyo"}
FLOATING = {"kind": "floating", "datetime": "2026-12-24T18:00:00"}
DAY = {"kind": "date", "date": "2026-12-24"}


async def activity(client: Client, path: str = "/v1/activity", **query: Any) -> list[dict[str, Any]]:
    response = await client.get(path, params=query)
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()["items"]
    return items


async def of_change(client: Client, change_id: int) -> list[dict[str, Any]]:
    return [item for item in await activity(client) if item["change_id"] == change_id]


async def last(client: Client, row: Row) -> tuple[str, dict[str, tuple[Any, Any]]]:
    """What happened to this last: the op, and (old, new) of each field."""
    item = next(item for item in await activity(client) if item["id"] == str(row.id))
    return item["op"], {field["field"]: (field["old"], field["new"]) for field in item["fields"]}


async def everything(client: Client, path: str, limit: int) -> list[tuple[int, str, str]]:
    """(change, kind, id) of all items, page by page."""
    found: list[tuple[int, str, str]] = []
    query = {"limit": str(limit)}
    while True:
        page = (await client.get(path, params=query)).json()
        assert len(page["items"]) <= limit
        found += [(item["change_id"], item["kind"], item["id"]) for item in page["items"]]
        if page["next_cursor"] is None:
            return found
        query["cursor"] = page["next_cursor"]


async def test_an_account_begins_with_its_inbox(ada: Client) -> None:
    assert await activity(ada) == []
    account = await ada.account()

    (item,) = await activity(ada)

    assert item | {"at": None} == {
        "change_id": account.version,
        "kind": "project",
        "id": str(account.inbox_id),
        "op": "created",
        "at": None,
        "client": None,
        "fields": [],
    }


async def test_the_account(ada: Client) -> None:
    account = await ada.account()
    changed = await ada.patch("/v1/account", json={"timezone": "Asia/Tokyo"})

    (item,) = await of_change(ada, change_of(changed))

    assert (item["kind"], item["id"], item["op"]) == ("account", str(account.inbox_id), "updated")
    assert item["fields"] == [{"field": "timezone", "old": "UTC", "new": "Asia/Tokyo"}]


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("title", "Water the tomatoes", "x"),
        ("notes", "", "# y"),
        ("priority", "none", "urgent"),
        ("due", None, ZONED),
        ("due", ZONED, FLOATING),
        ("due", FLOATING, DAY),
        ("due", DAY, None),
        ("start_date", None, "2026-12-24"),
        ("deadline_date", "2026-12-24", None),
        ("duration_minutes", 5, 10),
        ("labels", ["errand"], ["home", "errand"]),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else str(value),
)
async def test_a_field_of_a_task_as_its_document_has_it(ada: Client, field: str, old: Any, new: Any) -> None:
    task = await ada.create_task(**{field: old} if old is not None else {})
    await ada.patch(address(task), json={field: new})

    assert await last(ada, task) == ("updated", {field: (old, new)})


async def test_fields_come_in_the_order_of_the_document(ada: Client) -> None:
    task = await ada.create_task()
    await ada.patch(address(task), json={"due": DAY, "priority": "low", "notes": "y", "title": "x"})

    _, fields = await last(ada, task)

    assert list(fields) == ["title", "notes", "priority", "due"]


async def test_what_a_task_goes_through(ada: Client) -> None:
    task, project = await ada.create_task(), await ada.create_project()
    assert await last(ada, task) == ("created", {})

    done = await ada.complete(task)
    completed_at = done.completed_at
    assert instants(await last(ada, task)) == ("completed", {"completed_at": (None, completed_at)})
    await ada.reopen(task)
    assert instants(await last(ada, task)) == ("reopened", {"completed_at": (completed_at, None)})
    moved = await ada.move(task, project_id=project.id)
    assert await last(ada, task) == (
        "moved",
        {"project_id": (str(task.project_id), str(project.id)), "position": (task.position, moved.position)},
    )
    await ada.trash(task)
    deleted_at = (await ada.now(task)).deleted_at
    assert instants(await last(ada, task)) == ("deleted", {"deleted_at": (None, deleted_at)})
    restored = await ada.restore(task)
    assert instants(await last(ada, task)) == ("restored", {"deleted_at": (deleted_at, None)})
    await undo(ada, restored.version)
    assert instants(await last(ada, task)) == ("undone", {"deleted_at": (None, deleted_at)})
    await ada.delete(f"/v1/trash/{task.id}")
    assert await last(ada, task) == ("purged", {})


def instants(happened: tuple[str, dict[str, tuple[Any, Any]]]) -> tuple[str, dict[str, tuple[Any, Any]]]:
    """Texts read as the instants that they are."""
    op, fields = happened

    def instant(text: str | None) -> datetime | None:
        return None if text is None else datetime.fromisoformat(text)

    return op, {name: (instant(old), instant(new)) for name, (old, new) in fields.items()}


async def test_a_move_below_another_task_shows_no_columns(ada: Client) -> None:
    parent, task = await ada.create_task(), await ada.create_task()
    subtask = await ada.create_task(parent_id=str(task.id))
    await ada.move(task, parent_id=parent.id)

    _, of_task = await last(ada, task)

    assert of_task.keys() == {"parent_id", "position"}
    assert await last(ada, subtask) == ("moved", {})


async def test_a_label_with_its_tasks(ada: Client) -> None:
    label = await ada.create_label(name="errand", color="#ffa500")
    task = await ada.create_task(labels=["errand"])

    renamed = change_of(await ada.patch(address(label), json={"name": "town", "color": None}))
    assert await last(ada, label) == ("updated", {"name": ("errand", "town"), "color": ("#ffa500", None)})
    assert await last(ada, task) == ("updated", {"labels": (["errand"], ["town"])})
    assert {item["kind"] for item in await of_change(ada, renamed)} == {"label", "task"}

    deleted = change_of(await ada.delete(address(label)))
    assert await last(ada, label) == ("deleted", {"name": ("town", None), "position": (label.position, None)})
    assert await last(ada, task) == ("updated", {"labels": (["town"], [])})

    await undo(ada, deleted)
    assert await last(ada, label) == ("undone", {"name": (None, "town"), "position": (None, label.position)})


async def test_a_project_with_what_is_in_it(ada: Client) -> None:
    project = await ada.create_project()
    section, task = await ada.create_section(project), await ada.create_task(project_id=str(project.id))
    await ada.patch(address(project), json={"name": "x", "color": "#ffa500", "archived": True})
    assert await last(ada, project) == (
        "updated",
        {"name": ("Garden", "x"), "color": (None, "#ffa500"), "archived": (False, True)},
    )

    trashed = change_of(await ada.delete(address(project)))

    items = await of_change(ada, trashed)
    assert {(item["kind"], item["id"]) for item in items} == {
        ("project", str(project.id)),
        ("section", str(section.id)),
        ("task", str(task.id)),
    }
    assert {(item["op"], *(field["field"] for field in item["fields"])) for item in items} == {
        ("deleted", "deleted_at")
    }


async def test_who_wrote_is_told_if_they_say_who_they_are(ada: Client) -> None:
    task = await ada.create_task()
    for name in ("web/1.4.2", "The phone (2)"):
        await ada.patch(address(task), json={"title": name}, headers={"Client-Name": name})

    items = await activity(ada, f"{address(task)}/activity")

    assert [item["client"] for item in items] == ["The phone (2)", "web/1.4.2", None]


async def test_the_activity_of_one_task(ada: Client) -> None:
    task, other = await ada.create_task(), await ada.create_task()
    await ada.create_task(parent_id=str(task.id))
    await ada.patch(address(other), json={"title": "x"})
    await ada.patch(address(task), json={"title": "y"})
    await ada.trash(task)
    path = f"{address(task)}/activity"

    items = await activity(ada, path)

    assert [(item["op"], item["id"]) for item in items] == [
        (op, str(task.id)) for op in ("deleted", "updated", "created")
    ]
    assert items == [item for item in await activity(ada) if item["id"] == str(task.id)]
    assert [item["op"] for item in await activity(ada, path, limit=1)] == ["deleted"]
    assert len(await everything(ada, path, 1)) == 3


async def test_what_is_gone_or_somebody_elses_has_none(ada: Client, bob: Client) -> None:
    task, undone = await ada.create_task(), await ada.create_task()
    await undo(ada, undone.version)
    await ada.trash(task)
    assert await activity(bob) == []
    assert refusal(await bob.get(f"{address(task)}/activity")) == (404, "task_not_found")
    await ada.delete(f"/v1/trash/{task.id}")

    for task_id in (task.id, undone.id, MISSING_ID):
        assert refusal(await ada.get(f"/v1/tasks/{task_id}/activity")) == (404, "task_not_found")


async def test_a_purge_leaves_no_content_behind(ada: Client, connection: asyncpg.Connection) -> None:
    project = await ada.create_project(name="secret")
    section = await ada.create_section(project, name="secret")
    task = await ada.create_task(section_id=str(section.id), title="secret")
    title = change_of(await ada.patch(address(task), json={"title": "more secret", "notes": "secret"}))
    await undo(ada, *await undo(ada, title))
    await ada.patch(address(project), json={"name": "very secret"})
    await ada.trash(project)
    await ada.delete("/v1/trash")

    gone = {str(row.id) for row in (project, section, task)}
    items = [item for item in await activity(ada, limit=200) if item["id"] in gone]

    assert {item["op"] for item in items} == {"created", "updated", "undone", "deleted", "purged"}
    assert all(item["fields"] == [] for item in items)
    log = "SELECT string_agg(change::text, ' ') FROM change WHERE user_id = $1"
    assert "secret" not in await connection.fetchval(log, ada.user_id)


@pytest.mark.parametrize("limit", [1, 3, 200])
async def test_pages_have_everything_once_newest_first(ada: Client, limit: int) -> None:
    for number in range(5):
        await ada.create_task(labels=[f"label {number}", f"other {number}"])

    found = await everything(ada, "/v1/activity", limit)

    assert len(set(found)) == len(found) == 1 + 5 * 3
    assert found == sorted(found, key=lambda item: (item[0], item[1], UUID(item[2])), reverse=True)


async def test_pages_stay_as_they_are_while_others_write(ada: Client) -> None:
    for _ in range(8):
        await ada.create_task()
    known = await everything(ada, "/v1/activity", 200)
    cursor, found = await first_cursor(ada, "/v1/activity"), known[:1]

    async def write(number: int) -> None:
        task = await ada.create_task(title=str(number))
        await ada.complete(task)

    while True:
        await at_once(write)
        page = (await ada.get("/v1/activity", params={"limit": 3, "cursor": cursor})).json()
        found += [(item["change_id"], item["kind"], item["id"]) for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert found == known


async def test_a_cursor_belongs_to_one_list_of_one_user(ada: Client, bob: Client) -> None:
    tasks: list[TaskRead] = []
    for person in (ada, ada, bob):
        task = await person.create_task()
        await person.complete(task)
        tasks.append(task)
    own, other = (f"{address(task)}/activity" for task in tasks[:2])
    cursor, of_all = await first_cursor(ada, own), await first_cursor(ada, "/v1/activity")

    for person, path, wrong in (
        (ada, other, cursor),
        (ada, "/v1/activity", cursor),
        (ada, own, of_all),
        (bob, "/v1/activity", of_all),
        (ada, own, f"{cursor}A"),
        (ada, own, str(new_id())),
    ):
        assert refusal(await person.get(path, params={"cursor": wrong})) == (400, "invalid_cursor")
