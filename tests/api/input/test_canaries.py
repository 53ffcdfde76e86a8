"""A word that nobody else says, wherever something can be written: what is refused never repeats it."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from api.input.test_fields import alternatives
from client import Client, problem_of
from operations import DOCUMENT, MISSING_ID, Belongings, Operation, operations

CANARY = "qzvx"
WRONG: list[Any] = [f"{CANARY}\0", CANARY * 20_000, 10**400, True]
HUGE: list[Any] = [10**400, -(10**400), 2**63, 2**64, 0.5, 1e300, "5", "yes", f"5{CANARY}"]
ODD_HEADERS = (b"", b"qzvx\xe9", b"qzvx" * 5_000, b'"qzvx', b"9" * 400)
HEADERS = ("Idempotency-Key", "Client-Name", "Last-Event-ID", "If-Match", "If-None-Match")
PRIVATE = [operation for operation in operations() if not operation.is_public]
WITH_BODY = [operation for operation in PRIVATE if operation.body_schema]

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part


def leaves(schema: dict[str, Any], path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a scalar can stand, and of which type it is; in a list at its first place."""
    for kind in alternatives(schema):
        if kind.get("type") == "object":
            for name, inner in kind["properties"].items():
                yield from leaves(inner, (*path, name))
        elif kind.get("type") == "array":
            yield from leaves(kind["items"], (*path, 0))
        elif "type" in kind and kind["type"] != "null":
            yield path, kind["type"]


def written(path: tuple[str | int, ...], value: Any, kept: dict[str, Any] | None) -> Any:
    """A document with the value at its place, and what is kept around it."""
    if not path:
        return value
    first, *rest = path
    inner = written(tuple(rest), value, None)
    return [inner] if isinstance(first, int) else (kept or {}) | {first: inner}


@pytest.mark.usefixtures("api")
def test_the_leaves_are_found() -> None:
    paths = {path for path, _ in leaves(DOCUMENT["components"]["schemas"]["Batch"])}

    assert {("mode",), ("operations", 0, "op"), ("operations", 0, "body", "due", "timezone")} <= paths


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
async def test_in_every_place_of_a_body(operation: Operation, ada: Client) -> None:
    belongings = await Belongings.of(ada)
    path, kept = belongings.path(operation), belongings.body(operation)
    version = (await ada.account()).version
    refused = 0

    for place, kind in {*leaves(DOCUMENT["components"]["schemas"][operation.body_schema])}:
        for value in HUGE if kind == "integer" else WRONG[:3] if kind == "boolean" else WRONG:
            response = await ada.request(operation.method, path, json=written(place, value, kept))
            assert response.status_code in {413, 422}, (place, str(value)[:20], response.text[:200])
            problem = problem_of(response)
            assert CANARY not in response.text
            assert "0" * 30 not in response.text
            if response.status_code == 422:
                assert problem.errors
                assert all(error.location == "body" for error in problem.errors)
                start = f"/{place[0]}"
                assert any((error.pointer or "").startswith(start) for error in problem.errors), (place, problem.errors)
            refused += 1
    assert refused
    assert (await ada.account()).version == version


@pytest.mark.parametrize(
    "instant",
    [
        *("0000-01-01T00:00:00", "10000-01-01T00:00:00", "+12026-01-01T00:00:00", "-0001-01-01T00:00:00"),
        *("1899-12-31T23:59:59", "3000-01-01T00:00:00", "2026-02-29T00:00:00", "2026-12-24T24:00:00"),
        *("2026-12-24T18:00:60", "2026-12-24T18:00:00Z", "2026-12-24T18:00:00+01:00", "2026-12-24 18:00:00"),
        *("2026-12-24T18:00:00.1234567", "1766534400", "1e3", "now", "2027-12-24", f"2026-12-24T18:00:00{CANARY}"),
    ],
)
async def test_in_a_time_that_is_none(ada: Client, instant: str) -> None:
    task = await ada.create_task()
    dues = [
        {"kind": "floating", "datetime": instant},
        {"kind": "zoned", "datetime": instant, "timezone": "Europe/Berlin"},
    ]
    if instant != "2027-12-24":
        dues.append({"kind": "date", "date": instant})
    for due in dues:
        for response in (
            await ada.post("/v1/tasks", json={"title": "Weed", "due": due}),
            await ada.patch(f"/v1/tasks/{task.id}", json={"due": due}),
        ):
            assert response.status_code == 422, due
            (error,) = problem_of(response).errors
            assert error.pointer == f"/due/{'date' if 'date' in due else 'datetime'}"
            assert instant not in response.text


@pytest.mark.parametrize("operation", PRIVATE, ids=str)
async def test_in_every_header(operation: Operation, ada: Client) -> None:
    if str(operation) == "delete_account":
        return  # it is done whatever else is sent, as it has no form to be wrong
    belongings = await Belongings.of(ada)
    for name in HEADERS:
        for value in ODD_HEADERS:
            response = await ada.request(
                operation.method,
                belongings.path(operation),
                json=belongings.body(operation),
                headers={name.encode(): value},
            )
            assert response.status_code < 500, (name, value[:20])
            if response.is_client_error:
                problem_of(response)
                assert CANARY not in response.text


@pytest.mark.parametrize("operation", PRIVATE, ids=str)
async def test_in_every_parameter(operation: Operation, ada: Client) -> None:
    belongings = await Belongings.of(ada)
    odd = (CANARY, f"{CANARY}\0", CANARY * 2_000, f"{CANARY}\N{SNOWMAN}", f"1_0{CANARY}", "\N{ARABIC-INDIC DIGIT FIVE}")
    for name, parameter in operation.parameters.items():
        for value in odd:
            path = belongings.path(operation).partition("?")[0]
            if parameter["in"] == "path":
                path = operation.path.replace(f"{{{name}}}", quote(value, safe="")).format_map(_Missing())
            elif parameter["in"] == "query":
                path = f"{path}?{name}={quote(value, safe='')}"
            else:
                continue
            response = await ada.request(
                operation.method, "/v1", json=belongings.body(operation), extensions={"target": path.encode()}
            )
            assert response.status_code < 500, (name, value[:20])
            if not re.fullmatch("text|label_any|label_all", name):  # any text will do for these
                assert response.status_code in {400, 404, 422}, (name, value[:20])
            if response.is_client_error:
                problem_of(response)
                assert CANARY not in response.text


class _Missing(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return MISSING_ID
