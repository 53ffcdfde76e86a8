"""Whatever is sent: never a 5xx, and nothing of it in the log."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from auth_server.conftest import Site
from auth_server.person import PASSWORD
from auth_server.process import AuthServer

POSTS = {
    "/sign-up/email": ["name", "email", "password", "image", "emailVerified", "id", "callbackURL", "rememberMe"],
    "/sign-in/email": ["email", "password", "callbackURL"],
    "/sign-out": ["token"],
    "/delete-user": ["password", "token", "callbackURL"],
    "/change-password": ["newPassword", "currentPassword"],
    "/request-password-reset": ["email", "redirectTo"],
    "/reset-password": ["token", "newPassword"],
    "/update-user": ["name", "image", "email", "id"],
}
VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    1e308,
    "",
    "x",
    "\x00",
    "\ud800",
    "é" * 200,
    [],
    {},
    [[]],
    {"$ne": ""},
    "a" * 9_000,
]
BODIES: list[bytes] = [
    b"",
    b"null",
    b"[]",
    b'"x"',
    b"{",
    b"\xff\xfe",
    b'{"a":NaN}',
    b'{"a":1,"a":2}',
    b"[" * 5_000,
    b'{"a":' * 3_000 + b"1" + b"}" * 3_000,
    b'{"__proto__":{"email":"x"},"constructor":{"prototype":{}}}',
    b'{"\\u0000":1}',
    b"{" + b" " * 16_000 + b"}",
    b"{" + b" " * 20_000 + b"}",
]


def odd(field: str, value: Any) -> bytes:
    sound = {"name": "Ada", "email": "ada@example.test", "password": PASSWORD, "newPassword": PASSWORD}
    return json.dumps(sound | {"currentPassword": PASSWORD, field: value}).encode()


@pytest.mark.parametrize("path", POSTS)
async def test_no_body_breaks_anything(site: Site, servers: Callable[..., AuthServer], path: str) -> None:
    bodies = BODIES + [odd(field, value) for field in POSTS[path] for value in VALUES]
    mail = {"AUTH_SMTP_URL": "smtp://127.0.0.1:9", "AUTH_MAIL_FROM": "todo@todo.example"}
    server = servers(TODO_API_URL=site.api_url, **mail)
    person = site.visitor(auth=server)
    assert (await person.sign_up()).status_code == 200
    http = person.http
    kinds = [{"Content-Type": "application/json"}, {"Content-Type": "text/plain"}, {}]

    answers = [
        await http.post(path, content=body, headers=kind)
        for body in bodies
        for kind in (kinds if body in BODIES else kinds[:1])
    ]

    assert {answer.status_code for answer in answers} & {200, 400, 401}, "some came as far as Better Auth"
    assert {answer.status_code for answer in answers if answer.status_code >= 500} == set()
    assert [line for line in server.lines if line["failed"] != "a letter"] == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/auth", 404),
        ("GET", "/api/auth/", 404),
        ("GET", "/api/auth/ok/", 404),
        ("GET", "/api/auth//ok", 404),
        ("GET", "/api/auth/toString", 404),
        ("GET", "/api/auth/__proto__", 404),
        ("GET", "/api/auth/%6fk", 404),
        ("GET", "/api/auth/../auth/ok", 404),
        ("GET", "/api/auth/list-sessions", 404),
        ("POST", "/api/auth/request-password-reset", 404),
        ("GET", "/api/auth/reset-password/token", 404),
        ("POST", "/api/auth/send-verification-email", 404),
        ("POST", "/api/auth/offers", 405),
        ("GET", "/v1/tasks", 404),
        ("POST", "/api/auth/ok", 405),
        ("GET", "/api/auth/sign-in/email", 405),
        ("BREW", "/api/auth/token", 400),
        ("PUT", "/api/auth/token", 405),
        ("GET", "/api/auth/get-session?%00", 400),
        ("GET", f"/api/auth/get-session?{'a' * 1025}", 400),
        ("GET", "/api/auth/get-session?disableRefresh=maybe&x=%ff&x=%", None),
        ("GET", "/api/auth/ok", 200),
    ],
)
async def test_only_what_is_used_is_there(site: Site, method: str, path: str, status: int | None) -> None:
    http = site.visitor().http
    url = f"{site.auth.url}{path}"

    answer = await http.send(http.build_request(method, url, extensions={"target": path.encode()}))

    assert answer.status_code < 500
    assert status in {None, answer.status_code}
    assert site.auth.log == ""


@pytest.mark.parametrize(
    "name", ["Cookie", "Authorization", "Origin", "Referer", "User-Agent", "X-Forwarded-For", "Accept"]
)
async def test_no_header_breaks_anything(site: Site, name: str) -> None:
    values = [
        b"",
        b"\xff" * 50,
        b"%00",
        b"better-auth.session_token=%00.%ff",
        b"Bearer .",
        b"Bearer \xe4.\xf6",
        b"a" * 8_000,
    ]
    person = await site.person()

    for path in ("/get-session", "/token"):
        for value in values:
            answer = await person.http.get(path, headers={name.encode(): value})
            assert answer.status_code < 500, (path, value)
    assert site.auth.log == ""


async def test_a_body_that_is_too_large_is_refused(site: Site) -> None:
    answer = await site.visitor().sign_in(password="a" * 20_000)

    assert (answer.status_code, answer.json()["code"]) == (413, "BODY_TOO_LARGE")
