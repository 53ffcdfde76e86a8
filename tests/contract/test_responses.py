"""The check that every answer in these tests goes through: what it refuses, and how long it takes."""

import asyncio
import json
from typing import Any

import httpx2
import pytest

from contract.responses import EVENTS, PROBLEM, CheckedTransport, Reply, Undocumented, check
from operations import DOCUMENT, MISSING_ID
from todo_domain import TaskRead
from todo_domain.schemas import Changes

TASK: dict[str, Any] = TaskRead.model_json_schema(mode="serialization")["examples"][0]
NOT_FOUND: dict[str, Any] = DOCUMENT["components"]["examples"]["task_not_found"]["value"]
PAGE: dict[str, Any] = Changes.model_json_schema(mode="serialization")["examples"][0]
CHANGES = b"event: changes\nid: %s\ndata: %s\n\n" % (PAGE["next_cursor"].encode(), json.dumps(PAGE).encode())
PULL = b"event: pull\ndata: {}\n\n"


def reply(  # noqa: PLR0913  the parts of an answer, all but one left as they are by each test
    document: object = TASK,
    *,
    status: int = 200,
    media_type: str | None = "application/json",
    headers: dict[str, str] | None = None,
    method: str = "GET",
    path: str = f"/v1/tasks/{MISSING_ID}",
) -> Reply:
    """What reading a task answers, unless a test says otherwise."""
    given = {"ETag": '"1"'} if headers is None else headers
    kind = {} if media_type is None else {"Content-Type": media_type}
    body = document if isinstance(document, bytes) else json.dumps(document).encode()
    return Reply(method, path, status, httpx2.Headers(given | kind), body)


def problem(status: int = 404, media_type: str = PROBLEM, path: str = "/v1/tasks/x", **changed: object) -> Reply:
    return reply(NOT_FOUND | changed, status=status, media_type=media_type, headers={}, path=path)


def events(body: bytes, beginning: bytes = b"retry: 1000\n\n") -> Reply:
    headers = {"X-Accel-Buffering": "no"}
    return reply(beginning + body, media_type=EVENTS, headers=headers, path="/v1/events")


@pytest.mark.parametrize(
    "as_documented",
    [
        reply(),
        reply(headers={"ETag": '"1"', "Date": "Sat, 21 Nov 2026 09:00:00 GMT", "Vary": "Authorization"}),
        reply(b"", method="HEAD"),
        reply(b"", status=304, media_type=None),
        reply({"items": [TASK], "next_cursor": None}, path="/v1/tasks"),
        reply(b"", status=204, media_type=None, method="DELETE"),
        problem(),
        problem(path="/v1/nothing"),
        reply(b"<html>", media_type="text/html", path="/docs", headers={}),
        events(CHANGES + b": \n\n" + PULL),
    ],
    ids=str,
)
def test_what_is_documented_passes(as_documented: Reply) -> None:
    check(as_documented)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (reply(status=202), "has a status that is not documented; 200, 304, 401"),
        (reply(status=500), "comes as application/json, not as application/problem+json"),
        (reply(TASK | {"mood": "sunny"}), "not as documented at /: Additional properties are not allowed"),
        (reply({name: TASK[name] for name in TASK if name != "notes"}), '"notes" is a required property'),
        (reply(TASK | {"title": 1}), 'not as documented at /title: 1 is not of type "string"'),
        (reply(TASK | {"title": "a" * 501}), "not as documented at /title"),
        (reply(TASK | {"status": "asleep"}), "not as documented at /status"),
        (reply(TASK | {"id": "7"}), "not as documented at /id"),
        (reply(TASK | {"created_at": "2026-11-21T09:00:00"}), "not as documented at /created_at"),
        (reply(TASK | {"start_date": "2026-02-30"}), "not as documented at /start_date"),
        (reply(TASK | {"due": {"kind": "floating", "at": "x"}}), "not as documented at /due"),
        (reply([]), "not as documented at /"),
        (reply(b'{"estimate": NaN}'), "is not JSON"),
        (reply(b""), "is not JSON"),
        (reply({"items": [TASK | {"mood": 1}], "next_cursor": None}, path="/v1/tasks"), "documented at /items/0"),
        (reply(headers={}), "lacks the header etag"),
        (reply(headers={"ETag": 'W/"1"'}), "has a header etag that is not as documented"),
        (reply(headers={"ETag": '"1"', "Location": "/v1/tasks"}), "has the header location, which is not documented"),
        (reply(headers={"ETag": '"1"', "X-Powered-By": "x"}), "has the header x-powered-by"),
        (reply(status=201, method="POST", path="/v1/tasks"), "lacks the header location"),
        (reply(media_type="text/plain"), "comes as text/plain, not as application/json"),
        (reply(media_type=None), "comes as None, not as application/json"),
        (reply(TASK, status=304, media_type=None), "has a body"),
        (reply(method="HEAD"), "has a body, though HEAD was asked"),
        (problem(code="label_exists"), "has the code label_exists, which is not documented here"),
        (problem(code="sunburn"), "not as documented at /code"),
        (problem(status=401), "lacks the header www-authenticate"),
        (problem(path="/v1/nothing", status=405), "says of itself that its status is 404"),
        (problem(path="/v1/nothing", media_type="application/json"), "comes as application/json"),
        (reply(path="/v1/nothing"), "is a success at a path that is not documented"),
        (events(CHANGES.replace(b'"kind"', b'"mood"', 1)), "has a page that is not as documented at /items/0"),
        (events(CHANGES.replace(b"id: ", b"id: x")), "changes that are not a whole page"),
        (events(CHANGES.replace(b"data: {", b"data: ")), "data that are not JSON"),
        (events(CHANGES.replace(b"changes", b"change", 1)), "an event change with data, event, id"),
        (events(CHANGES.replace(b"event: changes\n", b"")), "data without the name of an event"),
        (events(CHANGES.replace(b"data", b"date")), "has what is no field"),
        (events(CHANGES[:-1]), "ends in the middle of an event"),
        (events(PULL + CHANGES), "goes on behind pull"),
        (events(PULL.replace(b"{}", b"[]")), "a pull with data"),
        (events(PULL.replace(b"data", b"id: x\ndata")), "an event pull with data, event, id"),
        (events(PULL, beginning=b""), "does not begin with the time to connect again"),
        (reply(b"{}\n", media_type="application/jsonl", path="/v1/account/export", headers={}), "not as documented"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_documented_is_refused(wrong: Reply, fault: str) -> None:
    with pytest.raises(Undocumented) as refused:
        check(wrong)

    assert fault in str(refused.value)


async def test_an_answer_is_checked_where_it_is_read() -> None:
    """What the tests' own client makes of a server that speaks HTTP, but not as the document says."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", transport=CheckedTransport()) as http:
            with pytest.raises(Undocumented, match="GET /v1/tasks answered 202"):
                await http.get("/v1/tasks")
