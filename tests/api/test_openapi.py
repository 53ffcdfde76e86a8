"""The OpenAPI document, as those read it who build on the API."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

import operations as operations_module
from operations import DOCUMENT, Operation, operations
from running import Api
from todo_api import routes
from todo_api.problems import FAULTS, MEDIA_TYPE

OPERATIONS = list(operations())
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
LIMITED = {"Retry-After", "RateLimit", "RateLimit-Policy"}
OPTIONAL = {*LIMITED, "Change-Id", "Idempotency-Replayed"}
"""Headers that come only where there is something to tell."""
ROUTES = [
    route
    for module in iter_modules(routes.__path__)
    if module.name != "docs"
    for route in import_module(f"{routes.__name__}.{module.name}").router.routes
]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a document, the outermost first."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(child)


async def test_the_document_is_served_to_everybody(api: Api) -> None:
    async with api.http(None) as nobody:
        response = await nobody.get("/openapi.json")

    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    assert response.json() == DOCUMENT


def test_it_is_a_document_of_openapi() -> None:
    assert DOCUMENT["openapi"].startswith("3.1.")
    assert DOCUMENT.keys() == {"openapi", "info", "servers", "tags", "paths", "components"}
    assert all(DOCUMENT["info"][name] for name in ("title", "version", "description"))
    assert all(re.fullmatch(r"/[a-z0-9_/{}]+", path) for path in DOCUMENT["paths"])
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", name) for name in SCHEMAS)


def test_every_reference_leads_somewhere_and_nothing_is_left_over() -> None:
    references = {node["$ref"] for node in nodes(DOCUMENT) if "$ref" in node}
    mapped = {link for node in nodes(DOCUMENT) for link in node.get("discriminator", {}).get("mapping", {}).values()}

    assert references | mapped == {
        f"#/components/{kind}/{name}"
        for kind, components in DOCUMENT["components"].items()
        for name in components
        if kind != "securitySchemes"
    }
    assert not {"HTTPValidationError", "ValidationError"} & SCHEMAS.keys()
    assert not [name for name in SCHEMAS if name.endswith(("-Input", "-Output"))]


def test_operations_are_named_after_their_functions() -> None:
    names = [str(operation) for operation in OPERATIONS]

    assert sorted(names) == sorted(route.name for route in ROUTES)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_every_operation_says_what_it_does(operation: Operation) -> None:
    spec = operation.spec

    assert re.fullmatch(r"[A-Z][^.\n]{5,60}", spec["summary"])
    assert all(re.fullmatch(r"[A-Z`](.|\s)*\.", text) for text in [spec.get("description", "A.")])
    assert [tag["name"] for tag in DOCUMENT["tags"] if tag["description"]].count(spec["tags"][0]) == 1
    assert len(spec["tags"]) == 1
    assert spec["security"] == ([] if operation.path in {"/healthz", "/readyz"} else [{"bearer": []}])
    assert DOCUMENT["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_every_parameter_is_described_and_bounded(operation: Operation) -> None:
    in_path = {name for name, parameter in operation.parameters.items() if parameter["in"] == "path"}
    assert in_path == set(re.findall(r"{(\w+)}", operation.path))

    for name, parameter in operation.parameters.items():
        schema = parameter["schema"]
        assert parameter["description"], name
        assert parameter["required"] == (name in in_path), name
        assert {"type": "null"} not in schema.get("anyOf", []), name
        for each in nodes(schema):
            if each.get("type") == "string" and parameter["in"] == "query":
                assert {"maxLength", "enum", "const", "format"} & each.keys(), name
            if each.get("type") in {"integer", "array"}:
                assert {"maximum", "maxItems"} & each.keys(), name


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_every_operation_lists_what_can_go_wrong(operation: Operation) -> None:
    responses = operation.spec["responses"]
    expected = {"422", "500"} | ({"401", "503"} if not operation.is_public else set())
    expected |= {"413", "415"} if operation.body_schema else set()
    expected |= {"404"} if operation.names_a_row else set()
    expected |= {"412"} if "If-Match" in operation.parameters else set()
    expected |= {"304"} if "If-None-Match" in operation.parameters else set()
    expected |= {"400"} if "cursor" in operation.parameters else set()
    assert expected <= responses.keys()

    codes = {(fault.status, fault.code) for fault in FAULTS}
    for status, response in responses.items():
        assert response["description"]
        if status >= "400":
            (content,) = response["content"].items()
            assert content[0] == MEDIA_TYPE
            assert content[1]["schema"] == {"$ref": "#/components/schemas/Problem"}
            assert {(int(status), name) for name in content[1]["examples"]} <= codes
            for name, example in content[1]["examples"].items():
                assert example == {"$ref": f"#/components/examples/{name}"}
                value = DOCUMENT["components"]["examples"][name]["value"]
                assert (value["status"], value["code"]) == (int(status), name)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_headers_that_come_with_an_answer_are_told(operation: Operation) -> None:
    told = {status: set(response.get("headers", {})) for status, response in operation.spec["responses"].items()}

    of_a_write = OPTIONAL - LIMITED if "Idempotency-Key" in operation.parameters else set()
    assert told.get("201", {"ETag", "Location", *of_a_write}) == {"ETag", "Location", *of_a_write}
    assert told.get("304", {"ETag"}) == {"ETag"}
    assert told.get("401", {"WWW-Authenticate"}) == {"WWW-Authenticate"}
    assert told.get("412", {"ETag"}) == {"ETag"}
    assert told.get("429", LIMITED) == LIMITED
    assert ("429" in told) == operation.path.startswith("/v1/")
    assert told.get("503", {"Retry-After"}) == {"Retry-After"}
    if "If-None-Match" in operation.parameters:
        assert told["200"] == {"ETag"}
    for response in operation.spec["responses"].values():
        for name, header in response.get("headers", {}).items():
            assert header == {"$ref": f"#/components/headers/{name}"}
            assert DOCUMENT["components"]["headers"][name]["required"] == (name not in OPTIONAL)


@pytest.mark.parametrize("name", [name for name in SCHEMAS if SCHEMAS[name].get("type") == "object"])
def test_objects_are_closed_and_their_texts_and_lists_are_bounded(name: str) -> None:
    schema = SCHEMAS[name]
    assert schema.get("additionalProperties") is False or name == "Health"
    if name.endswith(("Read", "Page", "Line")):
        assert set(schema["required"]) == schema["properties"].keys(), "what comes out is always all there"
    if name.endswith(("Create", "Update", "Move")) or name == "Place":
        for each in nodes(schema["properties"]):
            if each.get("type") == "string":
                assert {"maxLength", "enum", "const", "format", "pattern"} & each.keys()
            if each.get("type") in {"integer", "array"}:
                assert {"maximum", "maxItems"} & each.keys()


@pytest.mark.parametrize("name", [name for name in SCHEMAS if name.endswith("Page")])
def test_pages_are_bounded_by_what_a_query_can_ask_for(name: str) -> None:
    link = f"'#/components/schemas/{name}'"
    lists = [each for each in OPERATIONS if link in str(each.spec["responses"].get("200"))]
    page = SCHEMAS[name]["properties"]

    assert lists
    for operation in lists:
        parameters = operation.parameters
        assert page["items"]["maxItems"] == parameters["limit"]["schema"]["maximum"]
        assert page["next_cursor"]["anyOf"][0]["maxLength"] == parameters["cursor"]["schema"]["maxLength"]


def test_every_number_has_the_format_of_its_size() -> None:
    for each in nodes(DOCUMENT):
        if each.get("type") == "integer":
            assert each["format"] == ("int32" if each["maximum"] < 2**31 else "int64"), each


def test_fields_and_parameters_have_no_titles_that_repeat_their_names() -> None:
    fields = [field for schema in SCHEMAS.values() for field in schema.get("properties", {}).values()]
    parameters = [parameter["schema"] for operation in OPERATIONS for parameter in operation.parameters.values()]

    assert not [schema for schema in fields + parameters if "title" in schema]


def test_the_document_is_the_same_in_every_process() -> None:
    """It is committed and compared byte by byte, so the order of no set may show in it."""
    command = [sys.executable, "-c", "import json, operations; print(json.dumps(operations.DOCUMENT))"]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(Path(operations_module.__file__).parent)}

    printed = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout

    assert printed.strip() == json.dumps(DOCUMENT)
