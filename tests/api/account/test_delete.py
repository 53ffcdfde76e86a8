"""Deleting an account: everything of this user is gone, and nothing of anybody else's."""

import asyncpg

from client import Client, address, if_match, refusal
from todo_domain import METADATA, new_id


async def settle(client: Client) -> None:
    """At least one row in every table."""
    project = await client.create_project()
    section = await client.create_section(project)
    task = await client.create_task(section_id=str(section.id), labels=["errand"])
    await client.create_task(parent_id=str(task.id))
    await client.trash(await client.create_task(project_id=str(project.id)))
    trashed = await client.create_project()
    await client.create_task(section_id=str((await client.create_section(trashed)).id))
    await client.trash(trashed)
    await client.post("/v1/labels", json={"name": "home"}, headers={"Idempotency-Key": "once"})


async def rows(connection: asyncpg.Connection, client: Client) -> dict[str, int]:
    return {
        table: await connection.fetchval(f"SELECT count(*) FROM {table} WHERE user_id = $1", client.user_id)
        for table in METADATA.tables
    }


async def test_nothing_is_left_in_any_table(ada: Client, bob: Client, connection: asyncpg.Connection) -> None:
    await settle(ada)
    await settle(bob)
    hers, his = await rows(connection, ada), await rows(connection, bob)

    response = await ada.delete("/v1/account")

    assert all(hers.values())
    assert (response.status_code, response.content) == (204, b"")
    assert await rows(connection, ada) == dict.fromkeys(hers, 0)
    assert await rows(connection, bob) == his


async def test_what_was_there_does_not_exist_any_more(ada: Client) -> None:
    project = await ada.create_project()
    task = await ada.create_task(project_id=str(project.id))

    await ada.delete("/v1/account")

    assert await ada.tasks() == []
    assert refusal(await ada.get(address(task))) == (404, "task_not_found")
    assert refusal(await ada.patch(address(task), json={"title": "again"})) == (404, "task_not_found")
    assert refusal(await ada.delete(address(project))) == (404, "project_not_found")


async def test_an_account_made_again_is_a_new_one(ada: Client) -> None:
    await ada.patch("/v1/account", json={"timezone": "Asia/Tokyo"})
    await ada.create_label(name="errand")
    before = await ada.account()
    await ada.delete("/v1/account")

    after = await ada.account()

    assert after.timezone == "UTC"
    assert after.inbox_id != before.inbox_id
    assert await ada.labels() == {}


async def test_no_version_comes_twice(ada: Client) -> None:
    """An ETag kept from before must never fit what is made afterwards, be it in the same second."""
    body = {"id": str(new_id()), "name": "Garden"}
    seen: set[int] = set()
    for _ in range(3):
        versions = {(await ada.account()).version, (await ada.create_project(**body)).version}
        versions |= {(await ada.create_task()).version for _ in range(4)}
        assert not versions & seen
        assert min(versions) > max(seen, default=0)
        seen |= versions
        await ada.delete("/v1/account")


async def test_lists_of_the_old_account_are_not_those_of_the_new_one(ada: Client) -> None:
    await ada.create_task()
    etag = (await ada.get("/v1/tasks")).headers["etag"]
    await ada.delete("/v1/account")

    for _ in range(2):
        response = await ada.get("/v1/tasks", headers={"If-None-Match": etag})
        assert response.status_code == 200
        assert response.json()["items"] == []
        await ada.account()


async def test_doing_it_twice_is_doing_it_once(ada: Client) -> None:
    await ada.account()

    assert [(await ada.delete("/v1/account")).status_code for _ in range(2)] == [204, 204]


async def test_it_can_be_bound_to_what_was_last_seen(ada: Client) -> None:
    account = await ada.account()
    task = await ada.create_task()

    refused = await ada.delete("/v1/account", headers=if_match(account))
    done = await ada.delete("/v1/account", headers=if_match(task))

    assert refusal(refused) == (412, "stale_version")
    assert refused.headers["etag"] == f'"{task.version}"'
    assert done.status_code == 204
    assert await ada.tasks() == []
