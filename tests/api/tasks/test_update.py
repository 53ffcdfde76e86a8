"""Changing tasks: what is left out stays, null clears, nothing changes nothing."""

import json
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from client import Client, refusal
from operations import MISSING_ID
from todo_domain import Priority, TaskRead

FULL: dict[str, Any] = {
    "title": "Water the tomatoes",
    "notes": "Twice a *day*",
    "priority": "high",
    "due": {"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "Europe/Berlin"},
    "start_date": "2026-12-20",
    "deadline_date": "2026-12-31",
    "duration_minutes": 45,
    "labels": ["garden", "water"],
}
STAMPS = {"version", "updated_at"}


def changes(before: TaskRead, after: TaskRead) -> set[str]:
    """The names of the fields that differ."""
    return {name for name in TaskRead.model_fields if getattr(before, name) != getattr(after, name)}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Water the roses"),
        ("notes", ""),
        ("notes", "Once"),
        ("priority", "none"),
        ("due", {"kind": "date", "date": "2026-12-25"}),
        ("due", None),
        ("start_date", "2026-12-21"),
        ("start_date", None),
        ("deadline_date", None),
        ("duration_minutes", 1),
        ("duration_minutes", None),
        ("labels", ["water", "roses", "garden"]),
        ("labels", []),
    ],
)
async def test_a_field_is_changed_and_the_others_stay(ada: Client, field: str, value: Any) -> None:
    task = await ada.create_task(**FULL)

    response = await ada.patch(f"/v1/tasks/{task.id}", json={field: value})

    changed = TaskRead.model_validate_json(response.content)
    assert (response.status_code, response.json()[field]) == (200, value)
    assert changes(task, changed) == {field} | STAMPS
    assert await ada.task(task) == changed


async def test_several_fields_change_at_once(ada: Client) -> None:
    task = await ada.create_task(**FULL)

    response = await ada.patch(
        f"/v1/tasks/{task.id}",
        json={"title": " Water ", "priority": "low", "start_date": "2026-01-01", "labels": ["GARDEN"]},
    )

    changed = TaskRead.model_validate_json(response.content)
    assert (changed.title, changed.priority, changed.start_date) == ("Water", Priority.LOW, date(2026, 1, 1))
    assert changed.labels == ["garden"]
    assert changes(task, changed) == {"title", "priority", "start_date", "labels"} | STAMPS


async def test_a_change_moves_the_version_and_the_time(ada: Client) -> None:
    task = await ada.create_task()

    response = await ada.patch(f"/v1/tasks/{task.id}", json={"notes": "now"})

    changed = TaskRead.model_validate_json(response.content)
    assert changed.version == task.version + 1
    assert response.headers["etag"] == f'"{changed.version}"'
    assert changed.created_at == task.created_at < changed.updated_at
    assert (await ada.account()).version == changed.version


async def test_a_change_without_fields_changes_nothing(ada: Client) -> None:
    task = await ada.create_task(**FULL)

    response = await ada.patch(f"/v1/tasks/{task.id}", json={})

    assert response.status_code == 200
    assert TaskRead.model_validate_json(response.content) == task
    assert response.headers["etag"] == f'"{task.version}"'
    assert (await ada.account()).version == task.version


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"title": None}, "/title"),
        ({"title": " "}, "/title"),
        ({"title": "a\0"}, "/title"),
        ({"notes": None}, "/notes"),
        ({"notes": "x" * 16_385}, "/notes"),
        ({"priority": None}, "/priority"),
        ({"labels": None}, "/labels"),
        ({"labels": ["a", "A"]}, "/labels"),
        ({"due": {}}, "/due/kind"),
        ({"duration_minutes": 0}, "/duration_minutes"),
        ({"id": MISSING_ID}, "/id"),
        ({"status": "completed"}, "/status"),
        ({"project_id": MISSING_ID}, "/project_id"),
        ({"version": 7}, "/version"),
        ({"titel": "Water"}, "/titel"),
        ([], ""),
        (None, ""),
        ("title", ""),
    ],
    ids=str,
)
async def test_a_bad_change_is_refused_as_a_whole(ada: Client, body: Any, pointer: str) -> None:
    task = await ada.create_task(**FULL)
    sent = {"notes": "Changed"} | body if isinstance(body, dict) and "notes" not in body else body

    response = await ada.patch(
        f"/v1/tasks/{task.id}", content=json.dumps(sent), headers={"Content-Type": "application/json"}
    )

    assert refusal(response) == (422, "invalid_request")
    assert [(error["location"], error["pointer"]) for error in response.json()["errors"]] == [("body", pointer)]
    assert await ada.task(task) == task


async def test_every_bad_field_is_named_at_once(ada: Client) -> None:
    task = await ada.create_task()

    response = await ada.patch(f"/v1/tasks/{task.id}", json={"title": "", "labels": [" ", "ok", ""], "nots": 1})

    pointers = {error["pointer"] for error in response.json()["errors"]}
    assert pointers == {"/title", "/labels/0", "/labels/2", "/nots"}


async def test_a_task_in_the_trash_stays_as_it_is(ada: Client) -> None:
    task = await ada.create_task()
    await ada.trash(task)
    trashed = await ada.task(task)

    response = await ada.patch(f"/v1/tasks/{task.id}", json={"title": "Changed"})

    assert refusal(response) == (409, "in_trash")
    assert await ada.task(task) == trashed


@pytest.mark.parametrize("body", [{"title": "Mine now"}, {"labels": ["mine"]}, {}])
async def test_somebody_elses_task_is_a_task_that_never_was(ada: Client, bob: Client, body: dict[str, Any]) -> None:
    task = await ada.create_task()

    theirs = await bob.patch(f"/v1/tasks/{task.id}", json=body)
    never_was = await bob.patch(f"/v1/tasks/{uuid4()}", json=body)

    assert refusal(theirs) == (404, "task_not_found")
    assert theirs.content == never_was.content
    assert await ada.task(task) == task
    assert (await bob.get("/v1/labels")).json()["items"] == []
