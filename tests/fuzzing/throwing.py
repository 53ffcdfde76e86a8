"""Requests at random: each has to be answered, and none with a failure of ours. A seed makes a failure repeatable."""

import json
import random
from typing import Any
from urllib.parse import quote

import httpx2

from client import Client, problem_of
from operations import Belongings, Operation, operations
from wire import exchange

TARGETS = [each for each in operations() if str(each) != "delete_account"]
HEADERS = (
    *("If-Match", "If-None-Match", "Accept", "Content-Encoding"),
    *("Idempotency-Key", "Client-Name", "Last-Event-ID", "X-Request-Id"),
)
VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    2**63,
    10**40,
    0.5,
    1e308,
    "",
    "\0",
    "\ud800",
    "\N{PILE OF POO}" * 40,
    "a" * 600,
    "2026-02-30",
    "9999-12-31",
    "2026-11-21T25:00:00",
    "2026-11-21T00:00:00+99:99",
    "019a9d2e-6f00-7fff-8000-5b1c7d3e9f42",
    [],
    [[]],
    [None] * 60,
    {},
    {"kind": "date"},
    {"kind": "zoned", "datetime": "2026-03-29T02:30:00", "timezone": "Europe/Berlin"},
]

_STREAM = "stream_events"


async def throw(dice: random.Random, person: Client, belongings: Belongings) -> str | None:
    """Send one request, and give back what is wrong with its answer."""
    operation = dice.choice(TARGETS)
    response = await send(dice, person, operation, belongings)
    said = f"{operation} answered {response.status_code}: {response.text[:300]}"
    if response.status_code >= 500:
        return said
    if str(response.status_code) not in operation.spec["responses"] and response.status_code not in {404, 405}:
        return said
    if response.is_client_error:
        problem_of(response)
    return None


async def throw_bytes(dice: random.Random, person: Client, url: str, belongings: Belongings) -> str | None:
    """Send a good request of which some bytes were changed, and give back what is wrong with its answer."""
    operation = dice.choice([each for each in TARGETS if str(each) != _STREAM])
    content = json.dumps(belongings.body(operation)).encode() if operation.body_schema else b""
    lines = [
        f"{operation.method} {belongings.path(operation)} HTTP/1.1",
        "Host: x",
        f"Authorization: {person.http.headers['authorization']}",
        *(["Content-Type: application/json", f"Content-Length: {len(content)}"] if content else []),
    ]
    request = bytearray("\r\n".join([*lines, "", ""]).encode() + content)
    for _ in range(dice.choice([1, 1, 2, 8])):
        place = dice.randrange(len(request))
        match dice.randrange(3):
            case 0:
                request[place] = dice.randrange(256)
            case 1:
                del request[place]
            case _:
                request[place:place] = dice.choice([b"\r\n", b"\0", b" ", b"%", b"9" * 30, b"\xff", b"{", b":"])
    answer = await exchange(url, bytes(request), hang_up=True)
    return f"{bytes(request)!r} was answered {answer.status}" if answer.status >= 500 else None


async def send(dice: random.Random, person: Client, operation: Operation, belongings: Belongings) -> httpx2.Response:
    path = belongings.path(operation)
    if dice.random() < 0.2:
        path = f"{path.rpartition('/')[0]}/{quote(text(dice))}"
    names = [*operation.parameters, "x"]
    pairs = [(dice.choice(names), text(dice)) for _ in range(dice.choice([0, 0, 1, 3]))]
    query = "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)
    headers = {
        name: dice.choice(
            [
                '"1"',
                "*",
                'W/"1"',
                "",
                bytes(dice.choices([*range(0x21, 0x7F), *range(0x80, 0x100)], k=20)).decode("latin-1"),
            ]
        )
        for name in HEADERS
        if dice.random() < 0.1
    }
    content = body(dice, belongings.body(operation))
    if content is not None:
        headers["Content-Type"] = dice.choice(["application/json"] * 9 + ["text/plain"])
    return await person.request(
        operation.method,
        operation.path[:8],
        content=content,
        headers={name: value.encode("latin-1") for name, value in headers.items()},
        extensions={"target": f"{path}?{query}".encode() if query else path.encode()},
    )


def body(dice: random.Random, valid: dict[str, Any] | None) -> bytes | None:
    """The valid body with fields changed, and sometimes with bytes changed after that."""
    if valid is None:
        return None if dice.random() < 0.9 else b"{}"
    fields = ["title", "name", "due", "labels", "parent_id", "before", "id", "color", "notes", "x", *valid]
    changed = valid | {dice.choice(fields): dice.choice(VALUES) for _ in range(dice.randint(0, 3))}
    written = bytearray(json.dumps(changed).encode())
    for _ in range(dice.choice([0, 0, 0, 1, 5])):
        written[dice.randrange(len(written))] = dice.randrange(256)
    return bytes(written)


def text(dice: random.Random) -> str:
    characters = [*"0123456789abcdef-%{}[]\"'\\/., ", "\0", "\N{PILE OF POO}", "\N{LATIN SMALL LETTER SHARP S}"]
    return "".join(dice.choices(characters, k=dice.choice([0, 1, 8, 36])))
