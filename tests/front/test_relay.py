"""What goes to Better Auth's server through the front, and what comes back."""

import json
from collections.abc import AsyncIterator

import httpx2
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from serving import serving_app
from todo_api.front.front import Front
from todo_api.front.relay import Relay

COOKIES = [b"a=1; Path=/; HttpOnly", b"b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"]


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Tells what it was asked; sets two cookies."""
    if scope["type"] != "http":
        return
    body = (await receive())["body"].decode()
    headers = [[name.decode("latin-1"), value.decode("latin-1")] for name, value in scope["headers"]]
    target = [scope["method"], scope["raw_path"].decode(), scope["query_string"].decode()]
    content = json.dumps({"target": target, "headers": headers, "body": body}).encode()
    cookies = [(b"set-cookie", cookie) for cookie in COOKIES]
    await send({"type": "http.response.start", "status": 418, "headers": [(b"x-own", b"\xe9"), *cookies]})
    await send({"type": "http.response.body", "body": content})


async def api(scope: Scope, _: Receive, send: Send) -> None:
    assert scope["type"] == "http"
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"the API"})


def browser_of(app: ASGIApp) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=app, client=("192.0.2.7", 1234))
    return httpx2.AsyncClient(transport=transport, base_url="http://app.test:8000")


@pytest.fixture
async def browser() -> AsyncIterator[httpx2.AsyncClient]:
    async with serving_app(echo) as url:
        relay = Relay(url)
        async with browser_of(Front(api, relay, None)) as browser:
            yield browser
        await relay.close()


async def test_a_request_and_its_answer_stay_as_they_are(browser: httpx2.AsyncClient) -> None:
    path = "/api/auth/%2e%2e/x%20y/?a=%00&a=2"

    answer = await browser.patch(path, content=b'{"a":1}')

    assert answer.status_code == 418
    assert answer.headers.get_list("set-cookie") == [cookie.decode() for cookie in COOKIES]
    assert answer.headers.raw[0] == (b"x-own", b"\xe9")
    asked = answer.json()
    assert asked["target"] == ["PATCH", *path.split("?")]
    assert asked["body"] == '{"a":1}'


async def test_who_asks_is_said_by_us_and_by_nobody_else(browser: httpx2.AsyncClient) -> None:
    told = {"X-Forwarded-For": "198.51.100.1", "X-Forwarded-Proto": "https", "Forwarded": "for=198.51.100.1", "TE": "x"}

    asked = (
        await browser.get("/api/auth/ok", headers=told | {"Origin": "http://app.test:8000", "Cookie": "a=b"})
    ).json()

    headers = dict(asked["headers"])
    assert headers["x-forwarded-for"] == "192.0.2.7"
    assert (headers["x-forwarded-proto"], headers["x-forwarded-host"]) == ("http", "app.test:8000")
    assert (headers["host"], headers["origin"], headers["cookie"]) == ("app.test:8000", "http://app.test:8000", "a=b")
    assert {"forwarded", "te"}.isdisjoint(headers)
    assert len(headers) == len(asked["headers"])


async def test_one_persons_cookies_are_not_kept_for_the_next(browser: httpx2.AsyncClient) -> None:
    await browser.get("/api/auth/token")
    browser.cookies.clear()

    asked = (await browser.get("/api/auth/token")).json()

    assert "cookie" not in dict(asked["headers"])


@pytest.mark.parametrize("path", ["/v1/tasks", "/docs", "/healthz", "/", "/api/authx", "/api/auth"])
async def test_only_its_own_paths_go_there(browser: httpx2.AsyncClient, path: str) -> None:
    assert (await browser.get(path)).text == "the API"


async def test_a_body_without_end_is_not_collected(browser: httpx2.AsyncClient) -> None:
    answer = await browser.post("/api/auth/sign-in/email", content=b"a" * 100_000)

    assert (answer.status_code, answer.json()["code"]) == (413, "BODY_TOO_LARGE")


async def test_a_server_that_is_gone_is_a_503() -> None:
    relay = Relay("http://127.0.0.1:9")
    async with browser_of(Front(api, relay, None)) as browser:
        answer = await browser.get("/api/auth/ok")
    await relay.close()

    assert (answer.status_code, answer.json()["code"]) == (503, "AUTH_UNAVAILABLE")
