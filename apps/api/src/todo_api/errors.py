"""Exceptions, answered: every one becomes a problem, and none tells more than its table says."""

import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from todo_domain.errors import DomainError, StaleVersion

from todo_api.auth import IssuerUnavailable, TokenProblem, TokenRejected
from todo_api.cursor import InvalidCursor
from todo_api.database import DatabaseUnavailable
from todo_api.problems import (
    DATABASE_UNAVAILABLE,
    HTTP_CODES,
    INVALID_CURSOR,
    INVALID_REQUEST,
    ISSUER_UNAVAILABLE,
    STATUS,
    FieldProblem,
    code_of,
    problem,
)

INVALID_REQUEST_DETAIL = "The request is not valid; errors says where."
INVALID_CURSOR_DETAIL = "This cursor does not belong to this list with this query; start from the first page."
DATABASE_UNAVAILABLE_DETAIL = "The database cannot be reached at the moment."
HTTP_DETAILS = {
    HTTPStatus.NOT_FOUND: "There is nothing at this path.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This path does not take this method; Allow lists those that it takes.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body is larger than the limit of 256 KiB.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body has to be JSON, sent as application/json.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong on our side; it has been logged.",
}
_POINTER_LENGTH = 200
_PLAIN_DETAILS = {
    "uuid_parsing": "Input should be a UUID",
    "json_invalid": "The body is not valid JSON",
    "extra_forbidden": "There is no such field or parameter",
}
"""Where Pydantic's own sentence would repeat part of the input."""

_log = logging.getLogger(__name__)


def install(app: FastAPI) -> None:
    """Answer every exception with a problem."""
    app.add_exception_handler(DomainError, _domain)
    app.add_exception_handler(TokenRejected, _unauthenticated)
    app.add_exception_handler(IssuerUnavailable, _unavailable)
    app.add_exception_handler(DatabaseUnavailable, _unavailable)
    app.add_exception_handler(InvalidCursor, _invalid_cursor)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


async def _domain(_: Request, error: Exception) -> Response:
    if not isinstance(error, DomainError):
        raise error
    headers = {"ETag": f'"{error.current}"'} if isinstance(error, StaleVersion) else None
    return problem(STATUS[type(error)], code_of(type(error)), error.detail, headers=headers)


async def _unauthenticated(_: Request, error: Exception) -> Response:
    if not isinstance(error, TokenRejected):
        raise error
    why = error.problem
    challenge = "Bearer" if why is TokenProblem.MISSING else f'Bearer error="invalid_token", error_description="{why.description}"'
    return problem(HTTPStatus.UNAUTHORIZED, why, why.description, headers={"WWW-Authenticate": challenge})


async def _unavailable(_: Request, error: Exception) -> Response:
    if isinstance(error, IssuerUnavailable):
        code, detail, seconds = ISSUER_UNAVAILABLE, str(error), error.retry_after_seconds
    else:
        code, detail, seconds = DATABASE_UNAVAILABLE, DATABASE_UNAVAILABLE_DETAIL, 1
    _log.warning("%s: %r", code, error.__cause__ or error)
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, code, detail, headers={"Retry-After": str(seconds)})


async def _invalid_cursor(_: Request, error: Exception) -> Response:
    del error
    return problem(HTTPStatus.BAD_REQUEST, INVALID_CURSOR, INVALID_CURSOR_DETAIL)


async def _invalid(_: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    fields: dict[tuple[str, str], FieldProblem] = {}
    for part in error.errors():
        field = _field_problem(part)
        fields.setdefault((field.location, field.pointer), field)
    return problem(
        HTTPStatus.UNPROCESSABLE_CONTENT, INVALID_REQUEST, INVALID_REQUEST_DETAIL, fields=list(fields.values())
    )


def _field_problem(part: dict[str, Any]) -> FieldProblem:
    location, *path = part["loc"] if part["type"] != "json_invalid" else ("body",)
    detail = _PLAIN_DETAILS.get(part["type"]) or part["msg"].removeprefix("Value error, ")
    steps = _without_union_tag(path) if location == "body" else path[:1]
    pointer = "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)
    return FieldProblem(location=location, pointer=pointer[:_POINTER_LENGTH], detail=detail)


def _without_union_tag(path: Sequence[Any]) -> Sequence[Any]:
    """Pydantic names the chosen kind of due date behind `due`; it is no step in the document."""
    return [step for index, step in enumerate(path) if index == 0 or path[index - 1] != "due" or step == "kind"]


async def _http(_: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    headers = None if error.headers is None else dict(error.headers)
    return problem(
        status, HTTP_CODES.get(status, "bad_request"), HTTP_DETAILS.get(status, status.phrase), headers=headers
    )


async def _unexpected(request: Request, error: Exception) -> Response:
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return problem(status, HTTP_CODES[status], HTTP_DETAILS[status])
