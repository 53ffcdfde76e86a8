"""Requests thrown at the API at random: each one is answered, and none with a failure of ours."""

import json
import random
from typing import Any
from urllib.parse import quote

import httpx2
import pytest

from client import Client, problem_of
from operations import Belongings, Operation, operations

ROUNDS = 500
TARGETS = [each for each in operations() if str(each) != "delete_account"]
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


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_asked_the_answer_is_an_answer(ada: Client, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  a seed makes a failure repeatable
    belongings = await Belongings.of(ada)

    for number in range(ROUNDS // 4):
        operation = dice.choice(TARGETS)
        response = await send(dice, ada, operation, belongings)

        said = f"{number}: {operation} answered {response.status_code}: {response.text[:300]}"
        assert response.status_code < 500, said
        assert str(response.status_code) in operation.spec["responses"] or response.status_code in {404, 405}, said
        if response.is_client_error:
            problem_of(response)


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
        for name in ("If-Match", "If-None-Match", "Accept", "Content-Encoding")
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
