"""Idempotency keys: whatever becomes of the answer, the write is done once."""

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import httpx2
import pytest

from client import Client, address, problem_of, refusal
from crowd import at_once, lock_account, until_waiting
from operations import Belongings, Operation, operations
from running import Api
from todo_domain import new_id
from wire import close_all

WRITES = [operation for operation in operations() if "Idempotency-Key" in operation.parameters]
TASK = {"title": "Water the tomatoes"}


def key(name: str) -> dict[str, str]:
    return {"Idempotency-Key": name}


def test_every_write_takes_a_key() -> None:
    writes = {str(operation) for operation in operations() if operation.method != "GET"}

    assert writes - {str(operation) for operation in WRITES} == {"delete_account"}


@pytest.mark.parametrize("operation", [each for each in WRITES if str(each) != "undo_changes"], ids=str)
async def test_the_same_request_is_answered_as_before(ada: Client, operation: Operation) -> None:
    belongings = await Belongings.of(ada)
    path, options = belongings.path(operation), {"json": belongings.body(operation)}
    options = options if options["json"] is not None else {}

    first = await ada.request(operation.method, path, headers=key("one"), **options)
    version = (await ada.account()).version
    again = await ada.request(operation.method, path, headers=key("one"), **options)

    assert first.is_success, first.text
    assert (again.status_code, again.content) == (first.status_code, first.content)
    for header in ("etag", "location", "change-id"):
        assert again.headers.get(header) == first.headers.get(header)
    assert first.headers.get("idempotency-replayed") is None
    assert again.headers["idempotency-replayed"] == "true"
    assert (await ada.account()).version == version


async def test_a_deletion_of_the_account_keeps_nothing(ada: Client) -> None:
    await ada.create_task()

    for _ in range(2):
        response = await ada.delete("/v1/account", headers=key("one"))
        assert (response.status_code, response.headers.get("idempotency-replayed")) == (204, None)


async def test_a_write_that_changes_nothing_has_its_key_too(ada: Client) -> None:
    task = await ada.create_task()

    first = await ada.patch(address(task), json={}, headers=key("one"))
    again = await ada.patch(address(task), json={}, headers=key("one"))
    other = await ada.patch(address(task), json={"title": "changed"}, headers=key("one"))

    assert first.is_success
    assert again.headers["idempotency-replayed"] == "true"
    assert refusal(other) == (422, "key_reused")


async def test_a_replay_shows_what_was_then(ada: Client) -> None:
    created = await ada.post("/v1/tasks", json=TASK, headers=key("one"))
    path = f"/v1/tasks/{created.json()['id']}"
    await ada.patch(path, json={"title": "changed"})

    again = await ada.post("/v1/tasks", json=TASK, headers=key("one"))

    assert again.json() == created.json()
    assert (await ada.get(path)).json()["title"] == "changed"


async def test_a_key_is_for_one_request(ada: Client) -> None:
    task = await ada.create_task()
    title = {"title": "changed"}
    assert (await ada.patch(address(task), json=title, headers=key("one"))).is_success

    for other in (
        await ada.patch(address(task), json={"title": "other"}, headers=key("one")),
        await ada.patch(address(task), json=title, headers=key("one") | {"If-Match": f'"{task.version}"'}),
        await ada.patch(f"/v1/projects/{task.project_id}", json={"name": "changed"}, headers=key("one")),
        await ada.post("/v1/tasks", json=title, headers=key("one")),
        await ada.put(f"{address(task)}/completion", headers=key("one")),
    ):
        assert refusal(other) == (422, "key_reused")


async def test_keys_of_different_users_have_nothing_to_do_with_each_other(ada: Client, bob: Client) -> None:
    hers, his = [await who.post("/v1/tasks", json=TASK, headers=key("one")) for who in (ada, bob)]

    assert hers.json()["id"] != his.json()["id"]
    assert "idempotency-replayed" not in his.headers


async def test_what_was_refused_may_be_tried_again(ada: Client) -> None:
    project_id = str(new_id())
    body = TASK | {"project_id": project_id}

    refused = await ada.post("/v1/tasks", json=body, headers=key("one"))
    await ada.create_project(id=project_id)
    done = await ada.post("/v1/tasks", json=body, headers=key("one"))

    assert refusal(refused) == (404, "project_not_found")
    assert done.status_code == 201


async def test_while_one_is_running_another_is_told_so(ada: Client, connection: asyncpg.Connection) -> None:
    await ada.account()
    async with connection.transaction():
        await lock_account(connection, ada)
        first = asyncio.create_task(ada.post("/v1/tasks", json=TASK, headers=key("one")))
        await until_waiting(connection, 1)
        second = await ada.post("/v1/tasks", json=TASK, headers=key("one"))

    assert refusal(second) == (409, "still_running")
    assert (await first).status_code == 201
    assert (await ada.post("/v1/tasks", json=TASK, headers=key("one"))).content == (await first).content
    assert len(await ada.tasks()) == 1


async def test_of_many_at_once_one_is_done(ada: Client) -> None:
    async def create(_: int) -> httpx2.Response:
        return await ada.post("/v1/tasks", json=TASK, headers=key("one"))

    responses = await at_once(create)

    done = [response for response in responses if response.status_code == 201]
    assert {response.json()["id"] for response in done} == {str(task.id) for task in await ada.tasks()}
    assert len(await ada.tasks()) == 1
    assert {refusal(response) for response in responses if response not in done} <= {(409, "still_running")}


async def test_an_answer_that_was_lost_can_be_had_again(ada: Client, api: Api, connection: asyncpg.Connection) -> None:
    """Hang up as soon as the request is sent: it is done, and nobody hears of it."""
    await ada.account()
    body = json.dumps(TASK).encode()
    address = urlsplit(api.url)
    _, writer = await asyncio.open_connection(address.hostname, address.port)
    head = (
        f"POST /v1/tasks HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {api.token(ada.user_id)}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nIdempotency-Key: one\r\n\r\n"
    )
    writer.write(head.encode() + body)
    await writer.drain()
    await close_all(writer)
    async with asyncio.timeout(5):
        while not await connection.fetchval("SELECT count(*) FROM answer WHERE user_id = $1", ada.user_id):
            continue

    again = await ada.post("/v1/tasks", content=body, headers=key("one") | {"Content-Type": "application/json"})

    assert (again.status_code, again.headers["idempotency-replayed"]) == (201, "true")
    assert [str(task.id) for task in await ada.tasks()] == [again.json()["id"]]


async def test_one_effect_however_often_the_database_hangs_up(
    ada: Client, api: Api, connection: asyncpg.Connection
) -> None:
    """The API's connections are cut after whatever was done; each write is sent until it is answered."""
    await ada.account()
    writing = True
    done = asyncio.Event()

    async def cut() -> None:
        while writing:
            done.clear()
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = $1 AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
                api.database.database,
            )
            await done.wait()

    async def until_done(number: int) -> None:
        body = {"title": f"task {number}"}
        for _ in range(200):
            response = await ada.post("/v1/tasks", json=body, headers=key(f"key {number}".replace(" ", "-")))
            if response.is_success:
                done.set()
                return
            assert response.status_code in {409, 503}, response.text
            await asyncio.sleep(0.02)
        raise AssertionError("it was never done")

    cutting = asyncio.create_task(cut())
    try:
        await asyncio.gather(*(until_done(number) for number in range(24)))
    finally:
        writing = False
        done.set()
        await cutting

    assert sorted(task.title for task in await ada.tasks()) == sorted(f"task {number}" for number in range(24))


async def test_after_a_day_a_key_is_free_again(ada: Client, connection: asyncpg.Connection) -> None:
    first = await ada.post("/v1/tasks", json=TASK, headers=key("one"))
    await connection.execute("UPDATE answer SET at = at - interval '25 hours' WHERE user_id = $1", ada.user_id)

    second, third = [await ada.post("/v1/tasks", json=TASK, headers=key("one")) for _ in range(2)]

    assert first.json()["id"] != second.json()["id"] == third.json()["id"]


@pytest.mark.parametrize("bad", ["", "two words", "ä", "x" * 256], ids=["none", "space", "umlaut", "long"])
async def test_a_key_has_a_form(ada: Client, bad: str) -> None:
    headers: Any = [("Idempotency-Key", bad.encode())]

    response = await ada.post("/v1/tasks", json=TASK, headers=headers)

    assert refusal(response) == (422, "invalid_request")
    assert [(error.location, error.pointer) for error in problem_of(response).errors] == [
        ("header", "/Idempotency-Key")
    ]


async def test_a_key_is_given_once(ada: Client) -> None:
    response = await ada.post("/v1/tasks", json=TASK, headers=[("Idempotency-Key", "a"), ("Idempotency-Key", "b")])

    assert refusal(response) == (422, "invalid_request")
