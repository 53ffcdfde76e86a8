"""What the account knows of how many tasks there are: right, or nothing."""

from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import pytest

from api.caps.filling import fill, held, one_more, refused
from client import Client, address, refusal
from todo_domain import LabelRead, ProjectRead, SectionRead, TaskRead
from undoing import change_of, undo

KNOWN = "SELECT CASE WHEN counted_version = version THEN task_count END FROM account WHERE user_id = $1"
OLDER = "UPDATE account SET version = version + 1 WHERE user_id = $1"
"""How a version moves the account that knows nothing of counts."""


async def known(connection: asyncpg.Connection, client: Client) -> int | None:
    count: int | None = await connection.fetchval(KNOWN, client.user_id)
    return count


class Desk:
    """A little of everything."""

    def __init__(self, task: TaskRead, project: ProjectRead, section: SectionRead, label: LabelRead) -> None:
        self.task, self.project, self.section, self.label = task, project, section, label

    @classmethod
    async def of(cls, ada: Client) -> "Desk":
        project = await ada.create_project()
        task, *_ = await ada.nested(2)
        return cls(task, project, await ada.create_section(project), await ada.create_label())


type Write = Callable[[Client, Desk], Awaitable[Any]]


async def purge(ada: Client, desk: Desk) -> Any:
    await ada.trash(desk.task)
    return await ada.delete(f"/v1/trash/{desk.task.id}")


async def empty(ada: Client, desk: Desk) -> Any:
    await ada.trash(desk.task)
    return await ada.delete("/v1/trash")


CARRIED: dict[str, Write] = {
    "the account": lambda ada, _: ada.patch("/v1/account", json={"timezone": "Asia/Tokyo"}),
    "a task created": lambda ada, _: one_more(ada, "task"),
    "a task with a label": lambda ada, _: ada.post("/v1/tasks", json={"title": "new", "labels": ["new"]}),
    "a task changed": lambda ada, desk: ada.patch(address(desk.task), json={"title": "changed"}),
    "a task labelled": lambda ada, desk: ada.patch(address(desk.task), json={"labels": ["new"]}),
    "a task completed": lambda ada, desk: ada.put(f"{address(desk.task)}/completion"),
    "a task moved": lambda ada, desk: ada.put(
        f"{address(desk.task)}/position", json={"project_id": str(desk.project.id)}
    ),
    "a task trashed": lambda ada, desk: ada.delete(address(desk.task)),
    "a family purged": purge,
    "the trash emptied": empty,
    "a project created": lambda ada, _: one_more(ada, "project"),
    "a project trashed": lambda ada, desk: ada.delete(address(desk.project)),
    "a section deleted": lambda ada, desk: ada.delete(address(desk.section)),
    "a label renamed": lambda ada, desk: ada.patch(address(desk.label), json={"name": "renamed"}),
    "a label deleted": lambda ada, desk: ada.delete(address(desk.label)),
}


@pytest.mark.parametrize("write", CARRIED.values(), ids=CARRIED.keys())
async def test_a_write_keeps_it(write: Write, ada: Client, connection: asyncpg.Connection) -> None:
    desk = await Desk.of(ada)
    before = await known(connection, ada)

    response = await write(ada, desk)

    assert response.is_success, response.text
    assert before == 2
    assert await known(connection, ada) == await held(connection, ada, "task")


async def test_undo_leaves_it_unknown_and_the_next_create_counts(ada: Client, connection: asyncpg.Connection) -> None:
    made = change_of(await one_more(ada, "task"))
    await fill(ada, "task", but=1)

    await undo(ada, made)

    assert await known(connection, ada) is None
    assert (await one_more(ada, "task")).status_code == 201
    assert await known(connection, ada) == 4


async def test_what_a_version_without_counts_makes_is_counted(ada: Client, connection: asyncpg.Connection) -> None:
    """While an update rolls, both write."""
    made, *_ = await fill(ada, "task", but=2)
    async with connection.transaction():
        await connection.execute(OLDER, ada.user_id)
        await connection.execute(
            """INSERT INTO task (user_id, id, version, created_at, updated_at, project_id, depth, position, title,
                                 notes, priority, labels)
               SELECT user_id, uuidv7(), version + 1, now(), now(), project_id, depth, position || '1', title,
                      notes, priority, labels
               FROM task WHERE user_id = $1 AND id = $2""",
            ada.user_id,
            made,
        )

    assert await known(connection, ada) is None
    assert (await one_more(ada, "task")).status_code == 201
    assert refusal(await one_more(ada, "task")) == refused("task")
    assert await held(connection, ada, "task") == 4


async def test_what_it_deletes_leaves_room(ada: Client, connection: asyncpg.Connection) -> None:
    made, *_ = await fill(ada, "task")
    async with connection.transaction():
        await connection.execute(OLDER, ada.user_id)
        await connection.execute("DELETE FROM task WHERE user_id = $1 AND id = $2", ada.user_id, made)

    assert (await one_more(ada, "task")).status_code == 201
    assert refusal(await one_more(ada, "task")) == refused("task")
