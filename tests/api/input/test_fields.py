"""Every field of every body, with values of every type that it does not have."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from client import Client, problem_of, refusal
from operations import DOCUMENT, Belongings, Operation, operations

MARKER = "qzvx"
VALUES: dict[str, Any] = {
    "null": None,
    "boolean": True,
    "integer": 7,
    "number": 7.5,
    "string": MARKER,
    "array": [MARKER],
    "object": {MARKER: MARKER},
}
pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part

WITH_BODY = [operation for operation in operations() if operation.body_schema]
PYTHON = re.compile(r"dictionary|instance|None|tuple|\bdict\b|\bstr\b|Python|class|Error")


def schema_of(operation: Operation) -> dict[str, Any]:
    schema: dict[str, Any] = DOCUMENT["components"]["schemas"][operation.body_schema]
    return schema


def alternatives(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schemas of which a value has to meet one."""
    if "$ref" in schema:
        yield from alternatives(DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    elif kinds := schema.get("anyOf") or schema.get("oneOf"):
        for kind in kinds:
            yield from alternatives(kind)
    else:
        yield schema


def wrong_values(schema: dict[str, Any]) -> Iterator[Any]:
    allowed = {kind["type"]: kind for kind in alternatives(schema)}
    for kind, value in VALUES.items():
        has_form = not re.fullmatch(allowed.get(kind, {}).get("pattern", ".*"), MARKER)
        if kind not in allowed or has_form or (kind == "string" and {"format", "enum"} & allowed[kind].keys()):
            yield value


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
async def test_a_value_of_another_type_is_refused_where_it_is(operation: Operation, ada: Client) -> None:
    belongings = await Belongings.of(ada)
    version = (await ada.account()).version

    for name, schema in schema_of(operation)["properties"].items():
        values = list(wrong_values(schema))
        assert len(values) >= 4
        for value in values:
            body = {**(belongings.body(operation) or {}), name: value}
            response = await ada.request(operation.method, belongings.path(operation), json=body)

            assert refusal(response) == (422, "invalid_request"), (name, value)
            (error,) = problem_of(response).errors
            assert (error.location, error.pointer) == ("body", f"/{name}"), value
            assert MARKER not in response.text
            assert not PYTHON.search(error.detail), error.detail
    assert (await ada.account()).version == version


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
async def test_an_unknown_field_is_refused_and_only_its_name_is_repeated(operation: Operation, ada: Client) -> None:
    belongings = await Belongings.of(ada)

    body = {**(belongings.body(operation) or {}), "colour": MARKER, "Title": {"deep": MARKER}}
    response = await ada.request(operation.method, belongings.path(operation), json=body)

    assert refusal(response) == (422, "invalid_request")
    assert {error.pointer for error in problem_of(response).errors} == {"/colour", "/Title"}
    assert MARKER not in response.text


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
async def test_each_required_field_that_is_left_out_is_named(operation: Operation, ada: Client) -> None:
    belongings = await Belongings.of(ada)
    required = schema_of(operation).get("required", [])

    response = await ada.request(operation.method, belongings.path(operation), json={})

    if required:
        assert refusal(response) == (422, "invalid_request")
        assert {error.pointer for error in problem_of(response).errors} == {f"/{name}" for name in required}
    else:
        assert response.status_code == 200, "a request that asks for nothing is fine"


@pytest.mark.parametrize(
    ("due", "pointer"),
    [
        ({"kind": "date", "date": "2026-12-24", "time": MARKER}, "/due/time"),
        ({"kind": "date", "date": "2026-12-24", "due": MARKER}, "/due/due"),
        ({"kind": "date", "date": "2026-12-24", "date/~": MARKER}, "/due/date~1~0"),
        ({"kind": "date", "date": 1766534400}, "/due/date"),
        ({"kind": "date", "date": "2026-12-24T00:00:00"}, "/due/date"),
        ({"kind": "date"}, "/due/date"),
        ({"kind": MARKER, "date": "2026-12-24"}, "/due/kind"),
        ({"kind": ["date"], "date": "2026-12-24"}, "/due/kind"),
        ({"date": "2026-12-24"}, "/due/kind"),
        ({}, "/due/kind"),
        ({"kind": "floating", "datetime": "2026-12-24T18:00:00Z"}, "/due/datetime"),
        ({"kind": "floating", "datetime": "2026-12-24T18:00:00+01:00"}, "/due/datetime"),
        ({"kind": "floating", "datetime": "1766534400"}, "/due/datetime"),
        ({"kind": "floating", "datetime": 1766534400}, "/due/datetime"),
        ({"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": MARKER}, "/due/timezone"),
        ({"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "../../etc/passwd"}, "/due/timezone"),
        ({"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "\0"}, "/due/timezone"),
    ],
    ids=str,
)
async def test_what_is_wrong_further_in_is_pointed_at(ada: Client, due: dict[str, Any], pointer: str) -> None:
    task = await ada.create_task()

    for response in (
        await ada.post("/v1/tasks", json={"title": "Weed", "due": due}),
        await ada.patch(f"/v1/tasks/{task.id}", json={"due": due}),
    ):
        assert refusal(response) == (422, "invalid_request")
        (error,) = problem_of(response).errors
        assert error.pointer == pointer
        assert MARKER not in response.text
        assert not PYTHON.search(error.detail), error.detail


async def test_everything_that_is_wrong_is_told_at_once(ada: Client) -> None:
    body = {"title": "", "priority": "max", "due": {"kind": "date", "date": "x"}, "labels": ["a", 5], "x": 1}

    response = await ada.post("/v1/tasks", json=body)

    pointers = {error.pointer for error in problem_of(response).errors}
    assert pointers == {"/title", "/priority", "/due/date", "/labels/1", "/x"}


async def test_an_answer_stays_small_however_much_is_wrong(ada: Client) -> None:
    unknown = await ada.post("/v1/tasks", json={f"{number:05}{'x' * 40}": 1 for number in range(5_000)})
    long = await ada.post("/v1/tasks", json={"x" * 200_000: 1})

    for response in (unknown, long):
        assert refusal(response) == (422, "invalid_request")
        assert len(response.content) < 20_000
