"""Who writes, and whether the request may come again: the two headers that every write takes."""

from hashlib import blake2b
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter, ValidationError

from todo_api.services.once import Once
from todo_domain.types import ClientName, IdempotencyKey

IDEMPOTENCY_KEY, CLIENT_NAME = "Idempotency-Key", "Client-Name"
SAFE_METHODS = {"GET", "HEAD"}
_TYPES: dict[str, TypeAdapter[str]] = {
    IDEMPOTENCY_KEY: TypeAdapter(IdempotencyKey),
    CLIENT_NAME: TypeAdapter(ClientName),
}
_DETAILS = {
    IDEMPOTENCY_KEY: "must be 1 to 255 printable ASCII characters without spaces",
    CLIENT_NAME: "must be 1 to 100 printable ASCII characters",
}
_DESCRIPTIONS = {
    IDEMPOTENCY_KEY: (
        "A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it"
        " was the first time, and not done again."
    ),
    CLIENT_NAME: "What the activity shall call who wrote.",
}
_EXAMPLES = {IDEMPOTENCY_KEY: "019a9d2e-6f00-7001-8000-5b1c7d3e9f42", CLIENT_NAME: "web/1.4.2"}
PARAMETERS: list[dict[str, Any]] = [
    {
        "name": name,
        "in": "header",
        "required": False,
        "description": _DESCRIPTIONS[name],
        "schema": {**form.json_schema(), "examples": [_EXAMPLES[name]]},
    }
    for name, form in _TYPES.items()
]
"""How the OpenAPI document tells of them."""


async def writer(request: Request) -> tuple[str | None, Once | None]:
    """The client's name for itself, and what makes the write happen once; both only where there is a write.

    Raises:
        RequestValidationError: a header is not of its form, or given twice.
    """
    if request.method in SAFE_METHODS:
        return None, None
    key = _header(request, IDEMPOTENCY_KEY)
    return _header(request, CLIENT_NAME), None if key is None else Once(key, await _digest(request))


def _header(request: Request, name: str) -> str | None:
    values = request.headers.getlist(name)
    if not values:
        return None
    try:
        (value,) = values
        return _TYPES[name].validate_python(value)
    except (ValueError, ValidationError) as error:
        detail = _DETAILS[name] if len(values) == 1 else "This header can be given once"
        raise RequestValidationError(
            [{"type": "value_error", "loc": ("header", name), "msg": detail, "input": None}]
        ) from error


async def _digest(request: Request) -> bytes:
    """Of all that the request asks for (16 bytes)."""
    digest = blake2b(digest_size=16)
    for part in (
        request.method.encode(),
        request.url.path.encode(),
        ",".join(request.headers.getlist("if-match")).encode(),
        await request.body(),
    ):
        digest.update(len(part).to_bytes(8))
        digest.update(part)
    return digest.digest()
