"""Problems (RFC 9457): one shape for everything that goes wrong, one table from what went wrong to its status."""

import re
from collections import defaultdict
from http import HTTPStatus
from typing import Annotated, Any, Literal, NamedTuple

from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from todo_api.auth import TokenProblem
from todo_domain import errors
from todo_domain.errors import DomainError

MEDIA_TYPE = "application/problem+json"
MAX_BODY_BYTES = 256 * 1024
MAX_FIELD_PROBLEMS = 50
"""Enough for anybody's form; a body of nonsense must not be answered with twice as much."""

POINTER_LENGTH = 200
"""Longer pointers are cut off: the names in them are the caller's."""

STATUS: dict[type[DomainError], HTTPStatus] = {
    errors.TaskNotFound: HTTPStatus.NOT_FOUND,
    errors.ProjectNotFound: HTTPStatus.NOT_FOUND,
    errors.SectionNotFound: HTTPStatus.NOT_FOUND,
    errors.LabelNotFound: HTTPStatus.NOT_FOUND,
    errors.SiblingNotFound: HTTPStatus.NOT_FOUND,
    errors.ChangeNotFound: HTTPStatus.NOT_FOUND,
    errors.IdTaken: HTTPStatus.CONFLICT,
    errors.LabelExists: HTTPStatus.CONFLICT,
    errors.InboxProtected: HTTPStatus.CONFLICT,
    errors.InTrash: HTTPStatus.CONFLICT,
    errors.TooDeep: HTTPStatus.CONFLICT,
    errors.TaskCycle: HTTPStatus.CONFLICT,
    errors.NoRoom: HTTPStatus.CONFLICT,
    errors.TooMuchToUndo: HTTPStatus.CONFLICT,
    errors.TooManyTasks: HTTPStatus.CONFLICT,
    errors.TooManyProjects: HTTPStatus.CONFLICT,
    errors.TooManySections: HTTPStatus.CONFLICT,
    errors.TooManyLabels: HTTPStatus.CONFLICT,
    errors.StillRunning: HTTPStatus.CONFLICT,
    errors.NotUndoable: HTTPStatus.CONFLICT,
    errors.UndoConflict: HTTPStatus.CONFLICT,
    errors.FeedExpired: HTTPStatus.GONE,
    errors.StaleVersion: HTTPStatus.PRECONDITION_FAILED,
    errors.KeyReused: HTTPStatus.UNPROCESSABLE_CONTENT,
}


class Fault(NamedTuple):
    """One thing that can go wrong, as it is told to the client; `code` is stable."""

    status: HTTPStatus
    code: str
    detail: str


INVALID_REQUEST = Fault(
    HTTPStatus.UNPROCESSABLE_CONTENT, "invalid_request", "The request is not valid; errors says where."
)
INVALID_CURSOR = Fault(
    HTTPStatus.BAD_REQUEST,
    "invalid_cursor",
    "This cursor does not belong to this list with this query; start from the first page.",
)
TOO_MANY_STREAMS = Fault(
    HTTPStatus.TOO_MANY_REQUESTS,
    "too_many_streams",
    "You have as many streams of events open as anybody may; close one of them first.",
)
RATE_LIMITED = Fault(
    HTTPStatus.TOO_MANY_REQUESTS, "rate_limited", "Too many requests have come in the last minute; send fewer."
)
DATABASE_UNAVAILABLE = Fault(
    HTTPStatus.SERVICE_UNAVAILABLE, "database_unavailable", "The database cannot be reached at the moment."
)
OUTCOME_UNKNOWN = Fault(
    HTTPStatus.SERVICE_UNAVAILABLE,
    "outcome_unknown",
    "The connection to the database broke: this was done or it was not. Look before you send it again.",
)
ISSUER_UNAVAILABLE = Fault(
    HTTPStatus.SERVICE_UNAVAILABLE, "issuer_unavailable", "The token issuer's keys cannot be reached at the moment."
)
MIGRATIONS_PENDING = Fault(
    HTTPStatus.SERVICE_UNAVAILABLE,
    "migrations_pending",
    "The database's schema is not the one that this version of the API works with.",
)
STOPPING = Fault(
    HTTPStatus.SERVICE_UNAVAILABLE, "stopping", "This process is about to end; send requests to another one."
)
NOT_DONE = Fault(
    HTTPStatus.FAILED_DEPENDENCY, "not_done", "Another operation of the batch could not be done, so this was not."
)
BODY_TOO_LARGE = Fault(
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "body_too_large",
    f"The body is larger than the limit of {MAX_BODY_BYTES // 1024} KiB.",
)
UNSUPPORTED_MEDIA_TYPE = Fault(
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "unsupported_media_type",
    "The body has to be JSON, sent as application/json and not compressed.",
)
BAD_REQUEST = Fault(HTTPStatus.BAD_REQUEST, "bad_request", "The request cannot be read.")
INTERNAL_ERROR = Fault(
    HTTPStatus.INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong on our side; it has been logged."
)
HTTP_FAULTS = {
    fault.status: fault
    for fault in (
        Fault(HTTPStatus.NOT_FOUND, "path_not_found", "There is nothing at this path."),
        Fault(
            HTTPStatus.METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "This path does not take this method; Allow lists those that it takes.",
        ),
        BODY_TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE,
        INTERNAL_ERROR,
    )
}
TOKEN_FAULTS = {why: Fault(HTTPStatus.UNAUTHORIZED, why.value, why.description) for why in TokenProblem}


def fault_of(error: type[DomainError]) -> Fault:
    """How a domain error is told: its code is its name."""
    return Fault(STATUS[error], re.sub(r"(?<!^)(?=[A-Z])", "_", error.__name__).lower(), error.detail)


STALE = fault_of(errors.StaleVersion)
FAULTS = (
    *map(fault_of, STATUS),
    *TOKEN_FAULTS.values(),
    *HTTP_FAULTS.values(),
    BAD_REQUEST,
    INVALID_REQUEST,
    INVALID_CURSOR,
    TOO_MANY_STREAMS,
    RATE_LIMITED,
    DATABASE_UNAVAILABLE,
    OUTCOME_UNKNOWN,
    ISSUER_UNAVAILABLE,
    MIGRATIONS_PENDING,
    STOPPING,
    NOT_DONE,
)


_HEADERS = {
    HTTPStatus.UNAUTHORIZED: ("WWW-Authenticate",),
    HTTPStatus.PRECONDITION_FAILED: ("ETag",),
    HTTPStatus.TOO_MANY_REQUESTS: ("Retry-After", "RateLimit", "RateLimit-Policy"),
    HTTPStatus.SERVICE_UNAVAILABLE: ("Retry-After",),
}
"""The headers that these statuses come with; the OpenAPI document describes each once."""


class FieldProblem(BaseModel):
    """What is wrong with one part of a request."""

    model_config = ConfigDict(extra="forbid")

    location: Literal["body", "query", "path", "header"]
    pointer: Annotated[
        str,
        Field(max_length=POINTER_LENGTH, description="JSON Pointer (RFC 6901) to the part.", examples=["/due/date"]),
    ]
    detail: str


class Problem(BaseModel):
    """What went wrong. `code` is stable and made for programs, `detail` for people."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)

    type: Literal["about:blank"] = "about:blank"
    title: Annotated[str, Field(description="The status in words.", examples=["Not Found"])]
    status: Annotated[int, Field(ge=400, le=599, examples=[404])]
    code: Annotated[str, Field(json_schema_extra={"enum": sorted(fault.code for fault in FAULTS)})]
    detail: Annotated[str, Field(examples=["There is no such task."])]
    errors: Annotated[list[FieldProblem], Field(max_length=MAX_FIELD_PROBLEMS)] = []

    @classmethod
    def of(cls, fault: Fault, fields: list[FieldProblem] | None = None) -> "Problem":
        return cls(
            title=fault.status.phrase, status=fault.status, code=fault.code, detail=fault.detail, errors=fields or []
        )


def problem(
    fault: Fault, *, fields: list[FieldProblem] | None = None, headers: dict[str, str] | None = None
) -> JSONResponse:
    return JSONResponse(Problem.of(fault, fields).model_dump(), fault.status, headers, MEDIA_TYPE)


def raises(*kinds: type[DomainError]) -> dict[int | str, dict[str, Any]]:
    """The responses of an operation that can end in these errors."""
    return documented(*map(fault_of, kinds))


def documented(*faults: Fault) -> dict[int | str, dict[str, Any]]:
    """Responses of the OpenAPI document: for each status the codes that it can carry, each with an example."""
    by_status: dict[HTTPStatus, list[Fault]] = defaultdict(list)
    for fault in faults:
        by_status[fault.status].append(fault)
    return {
        int(status): {
            "description": " ".join(fault.detail for fault in alike),
            **_headers(status),
            "content": {
                MEDIA_TYPE: {
                    "schema": reference("schemas", Problem.__name__),
                    "examples": {fault.code: reference("examples", fault.code) for fault in alike},
                }
            },
        }
        for status, alike in by_status.items()
    }


def _headers(status: HTTPStatus) -> dict[str, Any]:
    return {"headers": {name: reference("headers", name) for name in _HEADERS[status]}} if status in _HEADERS else {}


def reference(kind: str, name: str) -> dict[str, str]:
    """A link to a component of the OpenAPI document, which says there once what many operations share."""
    return {"$ref": f"#/components/{kind}/{name}"}
