"""What comes back: problems, documents of a newer API, and what is no answer of the API's at all."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

import pytest

from python_client.people import People
from todo_client import Retries, TodoClient, TodoProblem, UnexpectedAnswer, new_id
from todo_client.models import Due, TaskCreate, TaskRead
from todo_domain.schemas import examples


@asynccontextmanager
async def answering(status: HTTPStatus, body: bytes, **headers: str) -> AsyncIterator[TodoClient]:
    """A client of a server that always gives the same answer."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        lines = [f"HTTP/1.1 {status} {status.phrase}", f"Content-Length: {len(body)}", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        await writer.drain()
        writer.close()

    async with (
        await asyncio.start_server(answer, "127.0.0.1") as server,
        TodoClient(
            f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", "token", retries=Retries(attempts=1)
        ) as client,
    ):
        yield client


async def test_a_problem_says_what_is_wrong_with_what(ada: TodoClient) -> None:
    with pytest.raises(TodoProblem, match="no such task") as refused:
        await ada.tasks.get(new_id())

    assert (refused.value.code, refused.value.status) == ("task_not_found", 404)


async def test_a_wrong_part_of_a_request_is_pointed_to(ada: TodoClient) -> None:
    zoned = {"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "Europe/Atlantis"}
    task = TaskCreate.model_validate_json(json.dumps({"title": "Dive", "due": zoned}))

    with pytest.raises(TodoProblem) as refused:
        await ada.tasks.create(task)

    assert [(error.location, error.pointer) for error in refused.value.errors] == [("body", "/due/timezone")]


async def test_somebody_elses_task_does_not_exist(people: People) -> None:
    ada, bob = people.client(), people.client()
    task = await ada.tasks.create(TaskCreate(title="secret"))

    with pytest.raises(TodoProblem) as refused:
        await bob.tasks.get(task.data.id)

    assert refused.value.code == "task_not_found"


async def test_a_field_that_a_newer_api_has_added_does_no_harm() -> None:
    document = json.loads(json.dumps(examples.TASK | {"mood": "good"}))
    document["due"]["alarm"] = True
    newer = json.dumps(document).encode()

    async with answering(HTTPStatus.OK, newer, ETag='"1"') as client:
        task = await client.tasks.get(new_id())

    assert task.data == TaskRead.model_validate_json(json.dumps(examples.TASK))


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (HTTPStatus.BAD_GATEWAY, b"<html>Bad Gateway</html>"),
        (HTTPStatus.OK, b"<html>Log in</html>"),
        (HTTPStatus.OK, b"{}"),
        (HTTPStatus.FOUND, b""),
        (HTTPStatus.NOT_MODIFIED, b""),
    ],
)
async def test_what_is_no_answer_of_the_apis_is_told_apart(status: HTTPStatus, body: bytes) -> None:
    async with answering(status, body, ETag='"1"', Location="/elsewhere") as client:
        with pytest.raises(UnexpectedAnswer, match=f"GET /v1/account, with status {status}") as unexpected:
            await client.account.get()

    assert unexpected.value.status == status


async def test_an_answer_without_its_version_is_none_of_the_apis() -> None:
    async with answering(HTTPStatus.OK, json.dumps(examples.ACCOUNT).encode()) as client:
        with pytest.raises(UnexpectedAnswer):
            await client.account.get()


@pytest.mark.parametrize("wrong", ["todo.example.com", "localhost:8000", "/v1", "ftp://todo.example.com", ""])
def test_a_base_url_that_leads_nowhere_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="absolute URL"):
        TodoClient(wrong, "token")


def test_kinds_of_due_dates_can_be_told_apart() -> None:
    task = TaskRead.model_validate_json(json.dumps(examples.TASK))

    match task.due:
        case None:
            raise AssertionError("the example is due")
        case due:
            kind: Due = due
            assert kind.kind == "zoned"
