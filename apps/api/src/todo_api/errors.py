"""Exceptions, answered: each that is expected becomes a problem, which tells no more than its table says."""

from collections.abc import Iterator, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from todo_api.auth import IssuerUnavailable, TokenProblem, TokenRejected
from todo_api.cursor import InvalidCursor
from todo_api.database import DatabaseUnavailable, OutcomeUnknown
from todo_api.live import TooManyStreams
from todo_api.problems import (
    BAD_REQUEST,
    DATABASE_UNAVAILABLE,
    HTTP_FAULTS,
    INVALID_CURSOR,
    INVALID_REQUEST,
    ISSUER_UNAVAILABLE,
    MAX_FIELD_PROBLEMS,
    OUTCOME_UNKNOWN,
    POINTER_LENGTH,
    RATE_LIMITED,
    TOKEN_FAULTS,
    TOO_MANY_STREAMS,
    FieldProblem,
    fault_of,
    problem,
)
from todo_api.rate_limits import RateLimited, RateLimits
from todo_domain.errors import DomainError, StaleVersion, UndoConflict
from todo_domain.types import ANY_TEXT

_PLAIN_DETAILS = {
    "json_invalid": "The body has half of a surrogate pair, is nested too deep or has a number that is too long",
    "model_type": "Input should be an object",
    "model_attributes_type": "Input should be an object",
    "dict_type": "Input should be an object",
    "list_type": "Input should be an array",
    "extra_forbidden": "There is no such field or parameter",
    "union_tag_invalid": "Input should be one of {expected_tags}",
    "union_tag_not_found": "Field required",
}
"""Where Pydantic's own sentence would repeat part of the input, or speak of Python."""
_PATTERNS = {ANY_TEXT: "Text cannot contain the character NUL"}
"""Where the pattern itself says little."""


def install(app: FastAPI) -> None:
    """Answer every exception with a problem, but those that nobody expects, which the edge answers."""
    app.add_exception_handler(DomainError, _domain)
    app.add_exception_handler(TokenRejected, _unauthenticated)
    app.add_exception_handler(IssuerUnavailable, _no_issuer)
    app.add_exception_handler(DatabaseUnavailable, _no_database)
    app.add_exception_handler(InvalidCursor, _invalid_cursor)
    app.add_exception_handler(TooManyStreams, _too_many_streams)
    app.add_exception_handler(RateLimited, _rate_limited)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _domain(_: Request, error: Exception) -> Response:
    if not isinstance(error, DomainError):
        raise error
    headers = {"ETag": f'"{error.current}"'} if isinstance(error, StaleVersion) else None
    fields = _obstacles(error) if isinstance(error, UndoConflict) else None
    return problem(fault_of(type(error)), fields=fields, headers=headers)


def _obstacles(conflict: UndoConflict) -> list[FieldProblem]:
    return [
        FieldProblem(location="body", pointer=f"/change_ids/{obstacle.place}", detail=obstacle.detail)
        for obstacle in conflict.obstacles[:MAX_FIELD_PROBLEMS]
    ]


async def _unauthenticated(_: Request, error: Exception) -> Response:
    if not isinstance(error, TokenRejected):
        raise error
    fault = TOKEN_FAULTS[error.problem]
    challenge = "Bearer"
    if error.problem is not TokenProblem.MISSING:
        challenge += f' error="invalid_token", error_description="{fault.detail}"'
    return problem(fault, headers={"WWW-Authenticate": challenge})


async def _no_issuer(request: Request, error: Exception) -> Response:
    if not isinstance(error, IssuerUnavailable):
        raise error
    request.state.failure = error
    return problem(ISSUER_UNAVAILABLE, headers={"Retry-After": str(error.retry_after_seconds)})


async def _no_database(request: Request, error: Exception) -> Response:
    request.state.failure = error
    if isinstance(error, OutcomeUnknown):
        return problem(OUTCOME_UNKNOWN)  # no Retry-After: who sends it again by itself may do it twice
    return problem(DATABASE_UNAVAILABLE, headers={"Retry-After": "1"})


async def _invalid_cursor(*_: object) -> Response:
    return problem(INVALID_CURSOR)


async def _too_many_streams(*_: object) -> Response:
    return problem(TOO_MANY_STREAMS, headers={"Retry-After": "30"})


async def _rate_limited(request: Request, error: Exception) -> Response:
    if not isinstance(error, RateLimited):
        raise error
    request.state.rate_limit = error.fields
    return problem(RATE_LIMITED, headers={"Retry-After": str(error.retry_after_seconds)})


async def _invalid(_: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    fields: dict[tuple[str, str], FieldProblem] = {}
    for part in error.errors():
        field = _field_problem(part)
        fields.setdefault((field.location, field.pointer), field)
    return problem(INVALID_REQUEST, fields=list(fields.values())[:MAX_FIELD_PROBLEMS])


def _field_problem(part: dict[str, Any]) -> FieldProblem:
    location, *path = part["loc"] if part["type"] != "json_invalid" else ("body",)
    context = part.get("ctx", {})
    plain = _PLAIN_DETAILS.get(part["type"], "").format(**context) or _PATTERNS.get(context.get("pattern"))
    detail = plain or part["msg"].removeprefix("Value error, ")
    if "discriminator" in context:
        path.append(context["discriminator"].strip("'"))
    steps = _without_union_tag(path) if location == "body" else path[:1]
    pointer = "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)
    return FieldProblem(location=location, pointer=pointer[:POINTER_LENGTH], detail=detail)


def _without_union_tag(path: Sequence[Any]) -> Sequence[Any]:
    """Pydantic names the chosen member of a union behind it, which is no step in the document."""
    return [
        step
        for index, step in enumerate(path)
        if not (path[:index][-1:] == ["due"] and step != "kind")
        and not (path[:index][-2:-1] == ["operations"] and step != "op")
    ]


async def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if "rate_limit" not in request.scope.get("state", ()):  # it has found no route, where it would have been counted
        limits: RateLimits = request.app.state.rate_limits
        try:
            limits.admit_stranger(request.scope)
        except RateLimited as limited:
            return await _rate_limited(request, limited)
    fault = HTTP_FAULTS.get(HTTPStatus(error.status_code), BAD_REQUEST)
    headers = dict(error.headers or {})
    if fault.status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods_of(request))
    return problem(fault, headers=headers)


def _methods_of(request: Request) -> Iterator[str]:
    """The methods that the path takes; Starlette tells those of the first route only."""
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        scope = {**request.scope, "method": method}
        if any(route.matches(scope)[0] is Match.FULL for route in request.app.router.routes):
            yield from ("GET", "HEAD") if method == "GET" else (method,)
