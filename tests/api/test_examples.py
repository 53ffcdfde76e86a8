"""The examples of the OpenAPI document: what goes in and what comes out, and that they are true."""

from typing import Any

import pytest

from client import Client
from operations import DOCUMENT, Belongings, Operation, operations

OPERATIONS = list(operations())
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_what_goes_in_and_what_comes_out_is_shown_by_an_example(operation: Operation) -> None:
    if operation.body_schema:
        assert SCHEMAS[operation.body_schema]["examples"]
    for status, response in operation.spec["responses"].items():
        for media_type, content in response.get("content", {}).items():
            name = content["schema"].get("$ref", "").rpartition("/")[2]
            shown = content.get("examples") or content.get("example") or SCHEMAS[name].get("examples")
            assert shown, (status, media_type)


@pytest.mark.parametrize("operation", [operation for operation in OPERATIONS if operation.body_schema], ids=str)
async def test_examples_can_be_pasted(operation: Operation, ada: Client) -> None:
    belongings = await Belongings.of(ada)
    (example,) = SCHEMAS[operation.body_schema or ""]["examples"]
    known: dict[str, Any] = {name: belongings.ids[name] for name in ("project_id", "section_id") if name in example}
    if operation.body_schema == "Undo":  # what can be undone depends on what was done
        known = belongings.body(operation) or {}
    body = {name: value for name, value in example.items() if name != "before"} | known

    response = await ada.request(operation.method, belongings.path(operation), json=body)

    assert response.is_success, response.text


async def test_answers_look_like_their_schemas_say(ada: Client) -> None:
    belongings = await Belongings.of(ada)
    for operation in OPERATIONS:
        content = operation.spec["responses"].get("200", {}).get("content", {})
        if operation.method == "GET" and "application/json" in content:
            schema = SCHEMAS[content["application/json"]["schema"]["$ref"].rpartition("/")[2]]
            document = (await ada.get(belongings.path(operation))).json()
            assert document.keys() == schema["properties"].keys(), operation
            assert document.keys() == schema["examples"][0].keys(), operation
