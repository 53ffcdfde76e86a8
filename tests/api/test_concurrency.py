"""Many requests at once: writes of one user queue up behind each other, and those of two users don't."""

import asyncio

import asyncpg
import httpx2

from client import Client, address, if_match, refusal
from crowd import WRITERS, at_once, lock_account, until_waiting
from todo_domain import ProjectRead, TaskRead


async def test_writes_at_once_are_all_done_and_each_has_its_own_version(
    ada: Client, connection: asyncpg.Connection
) -> None:
    project, task = await ada.create_project(), await ada.create_task()
    first = (await ada.account()).version

    written = await at_once(lambda number: twenty_writes(ada, number, project, task))

    etags = sorted(int(response.headers["etag"].strip('"')) for responses in written for response in responses)
    assert etags == list(range(first + 1, first + 20 * WRITERS + 1))
    assert (await ada.account()).version == etags[-1]
    query = "SELECT DISTINCT version FROM change WHERE user_id = $1 AND version > $2 ORDER BY version"
    assert [row["version"] for row in await connection.fetch(query, ada.user_id, first)] == etags


async def twenty_writes(ada: Client, number: int, project: ProjectRead, shared: TaskRead) -> list[httpx2.Response]:
    """Writes of many kinds, some to rows of this writer's own and some to rows that everybody changes."""
    responses = []

    async def write(method: str, path: str, **options: object) -> str:
        response = await ada.request(method, path, **options)
        assert response.is_success, response.text
        responses.append(response)
        return str(response.json()["id"]) if response.content and "id" in response.json() else ""

    for turn in range(2):
        labels = ["errand", f"label {number}"]
        own = await write("POST", "/v1/tasks", json={"title": "new", "labels": labels, "project_id": str(project.id)})
        await write("PATCH", address(shared), json={"title": f"{number} {turn}"})
        await write("POST", "/v1/tasks", json={"title": "below", "parent_id": own})
        await write("PATCH", address(project), json={"name": f"{number} {turn}"})
        await write("PUT", f"/v1/tasks/{own}/completion")
        await write("DELETE", f"/v1/tasks/{own}/completion")
        await write("PUT", f"/v1/tasks/{own}/position", json={"parent_id": str(shared.id)})
        await write("DELETE", f"/v1/tasks/{own}")
        await write("PUT", f"/v1/tasks/{own}/restoration")
        await write("PATCH", "/v1/account", json={"timezone": "Asia/Tokyo"})
    return responses


async def test_of_changes_to_one_version_one_wins(ada: Client) -> None:
    task = await ada.create_task()

    responses = await at_once(
        lambda number: ada.patch(address(task), json={"title": f"writer {number}"}, headers=if_match(task))
    )

    (won,) = [response for response in responses if response.status_code == 200]
    lost = [response for response in responses if response is not won]
    assert {refusal(response) for response in lost} == {(412, "stale_version")}
    assert {response.headers["etag"] for response in lost} == {won.headers["etag"]}
    assert await ada.now(task) == TaskRead.model_validate_json(won.content)
    assert (await ada.account()).version == task.version + 1


async def test_one_users_lock_is_no_matter_for_another(
    ada: Client, bob: Client, connection: asyncpg.Connection
) -> None:
    task = await ada.create_task()
    await bob.account()

    async with connection.transaction():
        await lock_account(connection, ada)
        waiting = asyncio.create_task(ada.patch(address(task), json={"title": "waited"}))
        await until_waiting(connection, 1)
        await bob.create_task(title="did not wait")
        assert await ada.titles() == ["Water the tomatoes"]
        assert not waiting.done()

    assert (await waiting).status_code == 200
    assert await ada.titles() == ["waited"]


async def test_one_users_many_waiting_writes_leave_connections_for_others(
    ada: Client, bob: Client, connection: asyncpg.Connection
) -> None:
    await ada.account()
    await bob.account()
    async with connection.transaction():
        await lock_account(connection, ada)
        waiting = [asyncio.create_task(ada.create_task()) for _ in range(3 * WRITERS)]
        await until_waiting(connection, WRITERS)

        await bob.create_task()
        assert not any(task.done() for task in waiting)

    await asyncio.gather(*waiting)


async def test_the_first_requests_of_all_make_one_account(ada: Client, connection: asyncpg.Connection) -> None:
    first = [
        ("GET", "/v1/account", None),
        ("GET", "/v1/projects", None),
        ("GET", "/v1/account/export", None),
        ("POST", "/v1/tasks", {"title": "one"}),
        ("POST", "/v1/tasks", {"title": "two", "labels": ["errand"]}),
        ("POST", "/v1/projects", {"name": "Garden"}),
        ("POST", "/v1/labels", {"name": "home"}),
        ("PATCH", "/v1/account", {"timezone": "Asia/Tokyo"}),
    ]

    responses = await at_once(lambda number: ada.request(first[number][0], first[number][1], json=first[number][2]))

    assert [response.status_code for response in responses] == [200, 200, 200, 201, 201, 201, 201, 200]
    account = await ada.account()
    inboxes = await connection.fetch("SELECT id FROM project WHERE user_id = $1 AND is_inbox", ada.user_id)
    made = "SELECT version FROM change WHERE user_id = $1 AND entity_id = $2 AND op = 'created'"
    assert [row["id"] for row in inboxes] == [account.inbox_id]
    assert {task.project_id for task in await ada.tasks()} == {account.inbox_id}
    assert await connection.fetchval(made, ada.user_id, account.inbox_id) == account.version - 5


async def test_one_new_name_on_many_tasks_is_one_label(ada: Client) -> None:
    spellings = ["errand", "Errand", "ERRAND", "eRRAND", "errand", "ErranD", "erranD", "ERRand"]

    tasks = await at_once(lambda number: ada.create_task(labels=[spellings[number], "home"]))

    labels = set(await ada.labels())
    assert len(labels) == 2
    assert {name for task in tasks for name in task.labels} == labels


async def test_places_taken_at_once_differ(ada: Client) -> None:
    first, *projects = [await ada.create_project() for _ in range(WRITERS + 1)]

    for _ in range(3):
        await at_once(lambda number: ada.place(projects[number], after=first.id))

    positions = [(await ada.now(project)).position for project in (first, *projects)]
    assert len(set(positions)) == len(positions)
    assert min(positions) == positions[0]
