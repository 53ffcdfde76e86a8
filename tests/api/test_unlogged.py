"""What changes nothing, or is refused, leaves the log of changes and the account's version alone."""

import httpx2

from change_log import Log
from client import Client, Row, address, refusal
from todo_domain import new_id


async def test_what_changes_nothing_is_not_logged(log: Log, ada: Client) -> None:
    task_body = {"id": str(new_id()), "title": "new"}
    task, project = await ada.create_task(**task_body), await ada.create_project()
    completed, section = await ada.complete(await ada.create_task()), await ada.create_section(project)
    trashed, label = await ada.create_project(), await ada.create_label()
    await ada.trash(trashed)
    live: tuple[Row, ...] = (task, project, section, label)
    before = await ada.account()

    for response in (
        await ada.post("/v1/tasks", json=task_body),
        *[await ada.patch(address(row), json={}) for row in live],
        await ada.patch("/v1/account", json={}),
        await ada.put(f"{address(completed)}/completion"),
        await ada.delete(f"{address(task)}/completion"),
        await ada.put(f"{address(task)}/restoration"),
        await ada.put(f"{address(project)}/restoration"),
        await ada.delete(address(trashed)),
    ):
        assert response.is_success, response.text
    assert await ada.account() == before
    assert await log.entries_since(before.version) == []


async def test_emptying_an_empty_trash_is_not_logged(log: Log, ada: Client) -> None:
    before = await ada.account()

    assert (await ada.delete("/v1/trash")).status_code == 204

    assert await ada.account() == before
    assert await log.entries_since(before.version) == []


async def test_what_is_refused_is_not_logged(log: Log, ada: Client, bob: Client) -> None:
    task, inbox_id = await ada.create_task(labels=["errand"]), (await ada.account()).inbox_id
    deepest = task
    for _ in range(4):
        deepest = await ada.create_task(parent_id=str(deepest.id))
    label = await ada.create_label(name="home")
    before, his = await ada.account(), await bob.account()
    stale = {"If-Match": '"1"'}

    async def refused() -> list[tuple[int, str]]:
        responses: list[httpx2.Response] = [
            await ada.patch(address(task), json={"title": "changed", "labels": ["new"]}, headers=stale),
            await ada.post("/v1/tasks", json={"title": "new", "labels": ["new"]}, headers=stale),
            await ada.post("/v1/tasks", json={"title": "new", "labels": ["new"], "project_id": str(new_id())}),
            await ada.post("/v1/tasks", json={"title": "new", "labels": ["new"], "parent_id": str(deepest.id)}),
            await ada.put(f"{address(task)}/position", json={"parent_id": str(deepest.id)}),
            await ada.patch(address(label), json={"name": "ERRAND"}),
            await ada.delete(f"/v1/projects/{inbox_id}"),
            await ada.delete(f"/v1/trash/{task.id}"),
            await bob.delete(address(task)),
            await bob.patch(address(label), json={"name": "mine"}),
        ]
        return [refusal(response) for response in responses]

    assert await refused() == [
        (412, "stale_version"),
        (412, "stale_version"),
        (404, "project_not_found"),
        (409, "too_deep"),
        (409, "task_cycle"),
        (409, "label_exists"),
        (409, "inbox_protected"),
        (404, "task_not_found"),
        (404, "task_not_found"),
        (404, "label_not_found"),
    ]
    assert (await ada.account(), await bob.account()) == (before, his)
    assert await log.entries_since(before.version) == []
    assert list(await ada.labels()) == ["errand", "home"]


async def test_what_cannot_be_logged_is_not_done(log: Log, ada: Client) -> None:
    """A row in the way of the log's next one: the whole write has to fail with it."""
    task = await ada.create_task()
    taken = "INSERT INTO change VALUES ($1, $2, 'task', $3, 'updated', now())"
    await log.connection.execute(taken, ada.user_id, task.version + 1, task.id)

    response = await ada.patch(address(task), json={"title": "changed"})

    assert refusal(response) == (500, "internal_error")
    assert await ada.now(task) == task
    assert (await ada.account()).version == task.version
