"""The components of the OpenAPI document: what several operations share, each said once."""

from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

from todo_api.batches import BatchRead
from todo_api.problems import FAULTS, Problem, reference
from todo_api.queries import CURSOR_LENGTH, FEED_LIMIT, PAGE_LIMIT
from todo_domain import schemas
from todo_domain.schemas import ExportLine, Input

_BEARER = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "JWT",
    "description": "A token of Better Auth, or `todo token` in development; verified as RFC8725 advises.",
}
_HEADERS: dict[str, Any] = {
    "ETag": {
        "required": True,
        "description": "The current version, strong (RFC 9110).",
        "schema": {"type": "string", "pattern": '^"[0-9]+"$', "maxLength": 20, "examples": ['"1795234567890"']},
    },
    "Change-Id": {
        "required": False,
        "description": "The change that was made, the last of several; it can be undone. Not told if nothing changed.",
        "schema": {"type": "integer", "minimum": 1, "maximum": 2**53 - 1, "format": "int64"},
    },
    "Idempotency-Replayed": {
        "required": False,
        "description": "Said if this was done and answered before, under the same idempotency key.",
        "schema": {"type": "string", "enum": ["true"]},
    },
    "Location": {
        "required": True,
        "description": "The path of what was made.",
        "schema": {"type": "string", "format": "uri-reference"},
    },
    "RateLimit": {
        "required": False,
        "description": "What remains of the allowance: `r` requests, for `t` seconds.",
        "schema": {
            "type": "string",
            "pattern": '^"[a-z]+";r=[0-9]+;t=[0-9]+$',
            "maxLength": 40,
            "examples": ['"user";r=1187;t=42'],
        },
    },
    "RateLimit-Policy": {
        "required": False,
        "description": "The allowance: `q` requests in `w` seconds, of the user or, without a good token, the address.",
        "schema": {
            "type": "string",
            "pattern": '^"[a-z]+";q=[0-9]+;w=[0-9]+$',
            "maxLength": 40,
            "examples": ['"user";q=1200;w=60'],
        },
    },
    "Retry-After": {
        "required": False,
        "description": "Seconds after which to try again; not told where nobody knows whether it was done.",
        "schema": {"type": "integer", "minimum": 1, "maximum": 3600},
    },
    "X-Accel-Buffering": {
        "required": True,
        "description": "Asks proxies to pass on each event as it comes.",
        "schema": {"type": "string", "enum": ["no"]},
    },
    "WWW-Authenticate": {
        "required": True,
        "description": "What is asked for (RFC 6750).",
        "schema": {"type": "string"},
    },
}
_EXAMPLES = {fault.code: {"value": Problem.of(fault).model_dump(mode="json")} for fault in FAULTS}
_PARTS = {"Create", "Input", "Output", "Page"}
_MODELS: list[type[BaseModel]] = [
    Problem,
    BatchRead,
    *(
        model
        for name, model in vars(schemas).items()
        if name in schemas.__all__ and name not in _PARTS and isinstance(model, type)
    ),
]


def components(document: dict[str, Any]) -> dict[str, Any]:
    """Those that the document's operations refer to, with the schemas that FastAPI found made whole."""
    made = {**document["components"]["schemas"], **_definitions()}
    for unused in ("HTTPValidationError", "ValidationError"):
        made.pop(unused, None)
    for schema in made.values():
        for field in schema.get("properties", {}).values():
            field.pop("title", None)  # it only repeats the field's name
    codes = {
        code
        for item in document["paths"].values()
        for operation in item.values()
        for response in operation["responses"].values()
        for content in response.get("content", {}).values()
        for code in content.get("examples", ())
    }
    return {
        "schemas": dict(sorted(made.items())),
        "headers": _HEADERS,
        "examples": {code: _EXAMPLES[code] for code in sorted(codes)},
        "securitySchemes": {"bearer": _BEARER},
    }


def _definitions() -> dict[str, Any]:
    """The schemas as Pydantic makes them; FastAPI's copies have lost every null, those of the examples included."""
    template = reference("schemas", "{model}")["$ref"]
    _, definitions = models_json_schema(
        [(model, "validation" if issubclass(model, Input) else "serialization") for model in _MODELS],
        ref_template=template,
    )
    made: dict[str, Any] = definitions["$defs"]
    line = TypeAdapter(ExportLine).json_schema(mode="serialization", ref_template=template)
    made["ExportLine"] = {name: value for name, value in line.items() if name != "$defs"}
    for name, page in made.items():
        if name.endswith("Page"):
            _bound_page(page["properties"], PAGE_LIMIT)
    _bound_page(made["Changes"]["properties"], FEED_LIMIT)
    return made


def _bound_page(properties: dict[str, Any], limit: int) -> None:
    """A page is as long as a query can ask for, and its cursor as long as a query can carry."""
    properties["items"]["maxItems"] = limit
    cursor = properties["next_cursor"]
    cursor.get("anyOf", [cursor])[0]["maxLength"] = CURSOR_LENGTH
