"""Requests that are hardly HTTP: refused by the server itself, and without harm to the next one."""

import pytest

from client import Client
from running import Api
from wire import exchange

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part

POST = b"POST /v1/tasks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %b\r\nContent-Type: application/json\r\n"
TASK = b'{"title": "Weed"}'


@pytest.mark.parametrize(
    "request_bytes",
    [
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00", id="TLS"),
        pytest.param(b"\r\n\r\n\r\n\r\n", id="line ends"),
        pytest.param(b"GARBAGE\r\n\r\n", id="no request line"),
        pytest.param(b"FOO /v1/tasks HTTP/1.1\r\nHost: x\r\n\r\n", id="no method of HTTP"),
        pytest.param(b"GET /v1/tasks HTTP/9.9\r\nHost: x\r\n\r\n", id="no version of HTTP"),
        pytest.param(b"GET /v1/tasks?text=\xc3\xa4 HTTP/1.1\r\nHost: x\r\n\r\n", id="a query in plain UTF-8"),
        pytest.param(b"GET /v1/t\x00sks HTTP/1.1\r\nHost: x\r\n\r\n", id="NUL in the path"),
        pytest.param(b"GET /v1/tasks HTTP/1.1\r\nHost: x\r\nX-A: a\x00b\r\n\r\n", id="NUL in a header"),
        pytest.param(b"GET /v1/tasks HTTP/1.1\r\nHost: x\r\nX A: b\r\n\r\n", id="a space in a header's name"),
        pytest.param(POST + b"Content-Length: -1\r\n\r\n" + TASK, id="a negative length"),
        pytest.param(POST + b"Content-Length: 1e1\r\n\r\n" + TASK, id="a length that is no number"),
        pytest.param(POST + b"Content-Length: 17\r\nContent-Length: 16\r\n\r\n" + TASK, id="two lengths"),
        pytest.param(POST + b"Content-Length: %d\r\n\r\n" % 10**30 + TASK, id="a length beyond 64 bits"),
        pytest.param(
            POST + b"Content-Length: 17\r\nTransfer-Encoding: chunked\r\n\r\n" + TASK, id="a length and chunks"
        ),
        pytest.param(POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + TASK, id="a chunk of no size"),
        pytest.param(POST + b"Transfer-Encoding: gzip\r\n\r\n" + TASK, id="an unknown transfer encoding"),
    ],
)
async def test_what_is_not_http_is_refused(api: Api, ada: Client, request_bytes: bytes) -> None:
    token = api.token(ada.user_id).encode()

    answer = await exchange(api.url, request_bytes.replace(b"%b", token), hang_up=True)

    assert answer.status in {0, 400}
    assert await ada.tasks() == []


@pytest.mark.parametrize("framing", [b"Content-Length: 1000\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n3e8\r\n"])
async def test_a_body_that_breaks_off_makes_nothing(api: Api, ada: Client, framing: bytes) -> None:
    token = api.token(ada.user_id).encode()

    answer = await exchange(api.url, POST.replace(b"%b", token) + framing + TASK, hang_up=True)

    assert answer.status in {0, 400}
    assert await ada.tasks() == []


async def test_a_request_behind_a_refused_one_is_answered_by_itself(api: Api, ada: Client) -> None:
    """What follows a body that nobody read is the next request, and not a part of it."""
    token = api.token(ada.user_id).encode()
    refused = b"POST /v1/tasks HTTP/1.1\r\nHost: x\r\nContent-Length: 17\r\n\r\n" + TASK
    accepted = POST.replace(b"%b", token) + b"Connection: close\r\nContent-Length: 17\r\n\r\n" + TASK

    answer = await exchange(api.url, refused + accepted)

    assert answer.status == 401
    assert b"HTTP/1.1 201 Created" in answer.body
    assert await ada.titles() == ["Weed"]


async def test_old_and_absolute_forms_of_requests_are_understood(api: Api) -> None:
    for line in (b"GET /healthz HTTP/1.0", b"GET http://elsewhere.example/healthz HTTP/1.1"):
        answer = await exchange(api.url, line + b"\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert (answer.status, answer.media_type) == (200, "application/json")
