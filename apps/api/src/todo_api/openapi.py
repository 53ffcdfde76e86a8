"""The OpenAPI document: what FastAPI finds in the routes, and what is true of all of them."""

import copy
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from todo_api.components import components
from todo_api.problems import (
    BODY_TOO_LARGE,
    DATABASE_UNAVAILABLE,
    INTERNAL_ERROR,
    INVALID_CURSOR,
    INVALID_REQUEST,
    ISSUER_UNAVAILABLE,
    OUTCOME_UNKNOWN,
    RATE_LIMITED,
    STALE,
    TOKEN_FAULTS,
    UNSUPPORTED_MEDIA_TYPE,
    Fault,
    documented,
    fault_of,
    reference,
)
from todo_api.responses import CHANGE_ID, REPLAYED
from todo_api.streams import describe_streams
from todo_api.writer import IDEMPOTENCY_KEY, PARAMETERS
from todo_domain.errors import KeyReused, StillRunning

TITLE = "Todo"
DESCRIPTION = """\
Tasks, projects, sections and labels of the user whose token comes with the request; nobody else's can be seen.

Every document has a strong `ETag`, its version: send it back as `If-Match` to write only if nobody else did, or as
`If-None-Match` to read only what changed. A list's `ETag` is the account's version, which every write increments.
Lists are paged: follow `next_cursor` until it is null. A body is at most 256 KiB of JSON. Fields and parameters that
do not exist are refused. What goes wrong is a problem (RFC 9457) with a stable `code`.

Each user may send so many requests a minute, a batch being one of them: `RateLimit-Policy` and `RateLimit` of every
answer say how many, and how many remain (draft-ietf-httpapi-ratelimit-headers-11). One more is answered 429, has not
been done, and can be sent again after `Retry-After`.

Every answer has an `X-Request-Id`: the request's own, or a new one if there was none. The logs know it, so that it is
what to tell when you ask what happened.
"""
_TAGS = {
    "tasks": "What is to be done.",
    "projects": "Lists of tasks; one of them is the inbox.",
    "sections": "Named parts of a project.",
    "labels": "Names that tasks carry, across projects.",
    "trash": "What can still be restored.",
    "batch": "Many writes in one request.",
    "changes": "All that happens, in one order.",
    "account": "Everything of the user who asks.",
    "health": "For those who operate the service.",
}
_SUCCESSES = {
    "200": "As it is now.",
    "201": "It was made.",
    "204": "Done; there is nothing to show.",
}
_SERVER = {
    "url": "/",
    "description": "The one that this document comes from, be it in production, in staging or a local one.",
    "x-internal": False,
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
    for method, path, operation in _operations(document):
        _complete(method, path, operation)
    document["components"] = components(document)
    _add_formats(document)
    document["servers"] = [_SERVER]
    document["tags"] = [{"name": name, "description": description} for name, description in _TAGS.items()]
    return document


def _add_formats(value: Any) -> None:
    """Tell the generators of code which integers are small enough for 32 bits."""
    if isinstance(value, dict):
        if value.get("type") == "integer" and value.get("maximum", 2**31) < 2**31:
            value["format"] = "int32"
        for child in value.values():
            _add_formats(child)
    elif isinstance(value, list):
        for child in value:
            _add_formats(child)


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield method, path, item[method]


def _complete(method: str, path: str, operation: dict[str, Any]) -> None:
    """Add what follows from where the operation is and what it takes."""
    summary, _, description = operation.pop("description").partition("\n\n")
    operation["summary"] = summary.rstrip(".")
    if description:
        operation["description"] = description.replace("\n", " ")
    if method != "get":
        operation.setdefault("parameters", []).extend(copy.deepcopy(_writer_parameters(method, path)))
    operation["security"] = [{"bearer": []}] if path.startswith("/v1/") else []
    for parameter in operation.get("parameters", ()):
        parameter["schema"] = _of_parameter(parameter["schema"])
        if parameter["in"] == "path":
            parameter["description"] = f"Which {parameter['name'].removesuffix('_id')}."
    _add_successes(operation)
    _add_problems(method, path, operation)
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _writer_parameters(method: str, path: str) -> list[dict[str, Any]]:
    """An account that is deleted keeps neither answers nor a log."""
    return [] if (method, path) == ("delete", "/v1/account") else PARAMETERS


def _of_parameter(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter: it can be left out and cannot be null; its description is the parameter's."""
    schema = {name: value for name, value in schema.items() if name not in {"title", "description"}}
    if "anyOf" not in schema:
        return schema
    kinds = [kind for kind in schema.pop("anyOf") if kind != {"type": "null"}]
    return schema | (kinds[0] if len(kinds) == 1 else {"anyOf": kinds})


def _add_successes(operation: dict[str, Any]) -> None:
    responses, parameters = operation["responses"], _parameters(operation)
    status, success = next((status, responses[status]) for status in _SUCCESSES if status in responses)
    success["description"] = _SUCCESSES[status]
    etag = {"ETag": reference("headers", "ETag")}
    if "content" in success and {"If-Match", "If-None-Match"} & parameters.keys():
        success["headers"] = etag
    if IDEMPOTENCY_KEY in parameters:
        success.setdefault("headers", {}).update({name: reference("headers", name) for name in (CHANGE_ID, REPLAYED)})
    if "If-None-Match" in parameters:
        responses["304"] = {"description": "The caller has the current version.", "headers": etag}
    if "201" in responses:
        success["headers"] |= {"Location": reference("headers", "Location")}
        responses["200"] = {**success, "description": "The same request had already made this."}
    describe_streams(success)


def _add_problems(method: str, path: str, operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    for status, response in documented(*_faults(method, path, operation)).items():
        known = responses.setdefault(str(status), response)
        if known is not response:
            known["description"] += f" {response['description']}"
            for media_type, content in response["content"].items():
                known["content"][media_type]["examples"] |= content["examples"]


def _parameters(operation: dict[str, Any]) -> dict[str, Any]:
    return {parameter["name"]: parameter for parameter in operation.get("parameters", ())}


def _faults(method: str, path: str, operation: dict[str, Any]) -> Iterator[Fault]:
    parameters = _parameters(operation)
    yield INVALID_REQUEST
    yield INTERNAL_ERROR
    if path != "/healthz":
        yield DATABASE_UNAVAILABLE
    if path.startswith("/v1/"):
        yield from TOKEN_FAULTS.values()
        yield ISSUER_UNAVAILABLE
        yield RATE_LIMITED
    if "requestBody" in operation:
        yield BODY_TOO_LARGE
        yield UNSUPPORTED_MEDIA_TYPE
    if "If-Match" in parameters:
        yield STALE
    if method != "get":
        yield OUTCOME_UNKNOWN
    if IDEMPOTENCY_KEY in parameters:
        yield fault_of(KeyReused)
        yield fault_of(StillRunning)
    if "cursor" in parameters:
        yield INVALID_CURSOR
