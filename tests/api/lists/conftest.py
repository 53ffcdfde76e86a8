"""Sixty tasks of one person, chosen at random but always the same."""

import random
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from api.lists.model import Desk
from client import Client
from running import Api
from todo_domain.types import Priority

_TITLES = ("Été", "été", "eta", "Zebra", "zebra crossing", "50%_off", "50 off", "Ärger", "Жук", "жук", "😀", "10", "9")
_NOTES = ("", "", "ÉCOLE", "100% _sure_", "a\\b")
_LABELS = ("home", "Ünï", "Straße")
_DUES: tuple[dict[str, str] | None, ...] = (
    None,
    None,
    {"kind": "date", "date": "2026-11-22"},
    {"kind": "date", "date": "2026-11-23"},
    {"kind": "floating", "datetime": "2026-11-22T00:00:00"},
    {"kind": "floating", "datetime": "2026-11-22T23:59:59.999999"},
    {"kind": "zoned", "datetime": "2026-11-22T09:30:00", "timezone": "Asia/Tokyo"},
)


@pytest.fixture(scope="session")
async def desk(api: Api) -> AsyncIterator[Desk]:
    """For looking at only: its tasks stay as they are."""
    user_id = f"clerk-{uuid4()}"
    async with api.http(user_id) as http:
        yield await _furnish(Client(http, user_id))


async def _furnish(owner: Client) -> Desk:
    chance = random.Random(20261121)  # noqa: S311  the same tasks in every run, not a secret
    project = await owner.create_project()
    section = await owner.create_section(project)
    parent = await owner.create_task(title="parent", project_id=str(project.id))
    places: list[dict[str, str]] = [
        {},
        {"project_id": str(project.id)},
        {"section_id": str(section.id)},
        {"parent_id": str(parent.id)},
    ]
    tasks = [parent]
    for _ in range(60):
        tasks.append(await owner.create_task(**_fields(chance), **chance.choice(places)))
        last = {"parent_id": str(tasks[-1].id)}
        if chance.random() < 0.2 and tasks[-1].parent_id is None:
            tasks.append(await owner.create_task(**_fields(chance), **last))
    for task in chance.sample(tasks[1:], 40):
        await _disturb(chance, owner, task.id)
    await owner.complete(parent)
    return Desk(owner, project, section, parent, [await owner.task(task) for task in tasks])


def _fields(chance: random.Random) -> dict[str, Any]:
    return {
        "title": chance.choice(_TITLES),
        "notes": chance.choice(_NOTES),
        "priority": chance.choice(list(Priority)),
        "labels": chance.sample(_LABELS, chance.randint(0, 3)),
        "due": chance.choice(_DUES),
    }


async def _disturb(chance: random.Random, owner: Client, task_id: UUID) -> None:
    """Make something of the task that does not follow from the order in which tasks were made."""
    path = f"/v1/tasks/{task_id}"
    match chance.randrange(4):
        case 0:
            await owner.put(f"{path}/completion")
        case 1:
            await owner.delete(path)
        case 2:
            await owner.patch(path, json={"priority": chance.choice(list(Priority))})
        case _:
            await owner.put(f"{path}/position", json={})
