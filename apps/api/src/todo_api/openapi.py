"""The OpenAPI document: what FastAPI finds in the routes, and what is true of all of them."""

import json
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from todo_api import export
from todo_api.problems import (
    BODY_TOO_LARGE,
    DATABASE_UNAVAILABLE,
    INTERNAL_ERROR,
    INVALID_CURSOR,
    INVALID_REQUEST,
    ISSUER_UNAVAILABLE,
    STALE,
    TOKEN_FAULTS,
    UNSUPPORTED_MEDIA_TYPE,
    Fault,
    Problem,
    documented,
)
from todo_domain import schemas
from todo_domain.schemas import AccountLine, Input, LabelLine, ProjectLine, SectionLine, TaskLine

TITLE = "Todo"
DESCRIPTION = """\
Tasks, projects, sections and labels of the user whose token comes with the request; nobody else's can be seen.

Every document has a strong `ETag`, its version: send it back as `If-Match` to write only if nobody else did, or as
`If-None-Match` to read only what changed. A list's `ETag` is the account's version, which every write increments.
Lists are paged: follow `next_cursor` until it is null. A body is at most 256 KiB of JSON. Fields and parameters that
do not exist are refused. What goes wrong is a problem (RFC 9457) with a stable `code`.
"""
_BEARER = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "JWT",
    "description": "A token of Better Auth, or `todo token` in development.",
}
_ETAG = {"description": "The version of what this shows (RFC 9110).", "schema": {"type": "string"}}
_LOCATION = {"description": "The path of what was made.", "schema": {"type": "string", "format": "uri-reference"}}
_LINES = (AccountLine, ProjectLine, SectionLine, LabelLine, TaskLine)
_PARTS = {"Create", "Input", "Output", "Page"}
_MODELS: list[type[BaseModel]] = [
    Problem,
    *(
        model
        for name, model in vars(schemas).items()
        if name in schemas.__all__ and name not in _PARTS and isinstance(model, type)
    ),
]
_TAGS = {
    "tasks": "What is to be done.",
    "projects": "Lists of tasks; one of them is the inbox.",
    "sections": "Named parts of a project.",
    "labels": "Names that tasks carry, across projects.",
    "trash": "What can still be restored.",
    "account": "Everything of the user who asks.",
    "health": "For those who operate the service.",
}
_SUCCESSES = {
    "200": "As it is now.",
    "201": "It was made.",
    "204": "Done; there is nothing to show.",
}
_METHODS = ("get", "post", "put", "patch", "delete")


def describe(app: FastAPI) -> dict[str, Any]:
    """The document of the app, made once."""
    if app.openapi_schema is None:
        app.openapi_schema = _completed(
            get_openapi(title=TITLE, version=app.version, description=DESCRIPTION, routes=app.routes)
        )
    return app.openapi_schema


def _completed(document: dict[str, Any]) -> dict[str, Any]:
    components = document["components"]
    components["schemas"] = {
        name: schema
        for name, schema in sorted({**components["schemas"], **_definitions()}.items())
        if name not in {"HTTPValidationError", "ValidationError"}
    }
    components["securitySchemes"] = {"bearer": _BEARER}
    document["tags"] = [{"name": name, "description": description} for name, description in _TAGS.items()]
    for path, operation in _operations(document):
        _complete(path, operation)
    return document


def _definitions() -> dict[str, Any]:
    """The schemas as Pydantic makes them; FastAPI's copies have lost every null, those of the examples included."""
    _, definitions = models_json_schema(
        [(model, "validation" if issubclass(model, Input) else "serialization") for model in _MODELS],
        ref_template="#/components/schemas/{model}",
    )
    made: dict[str, Any] = definitions["$defs"]
    return made


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield path, item[method]


def _complete(path: str, operation: dict[str, Any]) -> None:
    """Add what follows from where the operation is and what it takes."""
    summary, _, description = operation.pop("description").partition("\n\n")
    operation["summary"] = summary.rstrip(".")
    if description:
        operation["description"] = description.replace("\n", " ")
    operation["security"] = [{"bearer": []}] if path.startswith("/v1/") else []
    for parameter in operation.get("parameters", ()):
        parameter["schema"] = _without_null(parameter["schema"])
        if parameter["in"] == "path":
            parameter["description"] = f"Which {parameter['name'].removesuffix('_id')}."
    _add_successes(operation)
    _add_problems(path, operation)
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter: it can be left out, and it cannot be null."""
    if "anyOf" not in schema:
        return schema
    kinds = [kind for kind in schema.pop("anyOf") if kind != {"type": "null"}]
    return schema | (kinds[0] if len(kinds) == 1 else {"anyOf": kinds})


def _add_successes(operation: dict[str, Any]) -> None:
    responses, parameters = operation["responses"], _parameters(operation)
    status, success = next((status, responses[status]) for status in _SUCCESSES if status in responses)
    success["description"] = _SUCCESSES[status]
    if "content" in success and {"If-Match", "If-None-Match"} & parameters.keys():
        success["headers"] = {"ETag": _ETAG}
    if "If-None-Match" in parameters:
        responses["304"] = {"description": "The caller has the current version.", "headers": {"ETag": _ETAG}}
    if "201" in responses:
        success["headers"] = {**success["headers"], "Location": _LOCATION}
        responses["200"] = {**success, "description": "The same request had already made this."}
    if export.MEDIA_TYPE in success.get("content", {}):
        lines = [{"$ref": f"#/components/schemas/{line.__name__}"} for line in _LINES]
        schema = {"type": "string", "description": "One of these a line.", "contentSchema": {"oneOf": lines}}
        success["content"][export.MEDIA_TYPE] = {"schema": schema, "example": _example_of_lines()}


def _example_of_lines() -> str:
    schemas = (line.model_json_schema(mode="serialization") for line in _LINES)
    return "".join(f"{json.dumps(schema['examples'][0])}\n" for schema in schemas)


def _add_problems(path: str, operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    for status, response in documented(*_faults(path, operation)).items():
        known = responses.setdefault(str(status), response)
        if known is not response:
            known["description"] += f" {response['description']}"
            for media_type, content in response["content"].items():
                known["content"][media_type]["examples"] |= content["examples"]


def _parameters(operation: dict[str, Any]) -> dict[str, Any]:
    return {parameter["name"]: parameter for parameter in operation.get("parameters", ())}


def _faults(path: str, operation: dict[str, Any]) -> Iterator[Fault]:
    parameters = _parameters(operation)
    yield INVALID_REQUEST
    if path != "/healthz":
        yield DATABASE_UNAVAILABLE
    if path.startswith("/v1/"):
        yield from TOKEN_FAULTS.values()
        yield ISSUER_UNAVAILABLE
        yield INTERNAL_ERROR
    if "requestBody" in operation:
        yield BODY_TOO_LARGE
        yield UNSUPPORTED_MEDIA_TYPE
    if "If-Match" in parameters:
        yield STALE
    if "cursor" in parameters:
        yield INVALID_CURSOR
