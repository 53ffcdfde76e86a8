"""If-Match on every write of a task (RFC 9110, section 13.1.1): nobody overwrites what they have not seen."""

from typing import Any

import httpx2
import pytest

from client import Client, refusal
from todo_domain import TaskRead

WRITES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "change": ("PATCH", "/v1/tasks/{}", {"json": {"title": "Changed"}}),
    "change nothing": ("PATCH", "/v1/tasks/{}", {"json": {}}),
    "complete": ("PUT", "/v1/tasks/{}/completion", {}),
    "reopen": ("DELETE", "/v1/tasks/{}/completion", {}),
    "move": ("PUT", "/v1/tasks/{}/position", {"json": {}}),
    "trash": ("DELETE", "/v1/tasks/{}", {}),
    "restore": ("PUT", "/v1/tasks/{}/restoration", {}),
}


async def write(client: Client, name: str, task: TaskRead, if_match: str) -> httpx2.Response:
    method, path, options = WRITES[name]
    return await client.request(method, path.format(task.id), headers={"If-Match": if_match}, **options)


def current(task: TaskRead) -> str:
    return f'"{task.version}"'


@pytest.mark.parametrize("name", WRITES)
async def test_a_write_with_the_current_version_is_done(ada: Client, name: str) -> None:
    task = await ada.create_task()

    response = await write(ada, name, task, current(task))

    assert response.is_success
    assert response.headers["etag"] == current(await ada.task(task))


@pytest.mark.parametrize("name", WRITES)
async def test_a_write_with_an_old_version_is_refused_and_told_the_current_one(ada: Client, name: str) -> None:
    old = await ada.create_task()
    await ada.patch(f"/v1/tasks/{old.id}", json={"notes": "Somebody was faster"})
    task = await ada.task(old)

    response = await write(ada, name, task, current(old))

    assert refusal(response) == (412, "stale_version")
    assert response.headers["etag"] == current(task)
    assert await ada.task(task) == task
    assert (await ada.account()).version == task.version


@pytest.mark.parametrize("tags", ["*", '"{}"', '"1", "{}"', '"a, b","{}" ,W/"2"'])
async def test_these_match_the_current_version(ada: Client, tags: str) -> None:
    task = await ada.create_task()

    response = await write(ada, "change", task, tags.format(task.version))

    assert (response.status_code, response.json()["title"]) == (200, "Changed")


@pytest.mark.parametrize(
    "tags",
    [
        'W/"{}"',
        "{}",
        '"0{}"',
        '"+{}"',
        '"{}.0"',
        '"{}',
        '"{0}" "{0}"',
        '"x{}"',
        '"{}00000000000000000000000000000000"',
        "",
        '""',
        '"*"',
        ", ,",
    ],
)
async def test_these_never_match(ada: Client, tags: str) -> None:
    task = await ada.create_task()

    response = await write(ada, "change", task, tags.format(task.version))

    assert refusal(response) == (412, "stale_version")
    assert await ada.task(task) == task


async def test_a_version_of_another_task_does_not_match(ada: Client) -> None:
    task, other = await ada.create_task(), await ada.create_task()

    assert refusal(await write(ada, "change", task, current(other))) == (412, "stale_version")


@pytest.mark.parametrize("name", WRITES)
async def test_a_condition_tells_nobody_that_somebody_elses_task_exists(ada: Client, bob: Client, name: str) -> None:
    task = await ada.create_task()

    assert refusal(await write(bob, name, task, current(task))) == (404, "task_not_found")
    assert refusal(await write(bob, name, task, '"1"')) == (404, "task_not_found")
    assert await ada.task(task) == task


async def test_what_is_purged_has_to_be_what_was_seen(ada: Client) -> None:
    task = await ada.create_task()
    await ada.trash(task)

    stale = await ada.delete(f"/v1/trash/{task.id}", headers={"If-Match": current(task)})
    seen = await ada.delete(f"/v1/trash/{task.id}", headers={"If-Match": stale.headers["etag"]})

    assert refusal(stale) == (412, "stale_version")
    assert seen.status_code == 204


async def test_emptying_the_trash_can_depend_on_the_accounts_version(ada: Client) -> None:
    task = await ada.create_task()
    seen = await ada.account()
    await ada.trash(task)

    stale = await ada.delete("/v1/trash", headers={"If-Match": f'"{seen.version}"'})

    assert refusal(stale) == (412, "stale_version")
    assert stale.headers["etag"] == f'"{(await ada.account()).version}"'
    assert len(await ada.tasks(trash=True)) == 1
