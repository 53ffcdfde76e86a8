"""Problems (RFC 9457): one shape for everything that goes wrong, one table from what went wrong to its status."""

import re
from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from todo_domain import errors
from todo_domain.errors import DomainError

from todo_api.auth import TokenProblem

MEDIA_TYPE = "application/problem+json"

STATUS: dict[type[DomainError], HTTPStatus] = {
    errors.TaskNotFound: HTTPStatus.NOT_FOUND,
    errors.ProjectNotFound: HTTPStatus.NOT_FOUND,
    errors.SectionNotFound: HTTPStatus.NOT_FOUND,
    errors.LabelNotFound: HTTPStatus.NOT_FOUND,
    errors.SiblingNotFound: HTTPStatus.NOT_FOUND,
    errors.IdTaken: HTTPStatus.CONFLICT,
    errors.LabelExists: HTTPStatus.CONFLICT,
    errors.InboxProtected: HTTPStatus.CONFLICT,
    errors.InTrash: HTTPStatus.CONFLICT,
    errors.TooDeep: HTTPStatus.CONFLICT,
    errors.TaskCycle: HTTPStatus.CONFLICT,
    errors.NoRoom: HTTPStatus.CONFLICT,
    errors.StaleVersion: HTTPStatus.PRECONDITION_FAILED,
}

HTTP_CODES = {
    HTTPStatus.BAD_REQUEST: "bad_request",
    HTTPStatus.NOT_FOUND: "path_not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method_not_allowed",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "body_too_large",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "unsupported_media_type",
    HTTPStatus.INTERNAL_SERVER_ERROR: "internal_error",
}
INVALID_REQUEST, INVALID_CURSOR = "invalid_request", "invalid_cursor"
DATABASE_UNAVAILABLE, ISSUER_UNAVAILABLE = "database_unavailable", "issuer_unavailable"


def code_of(error: type[DomainError]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", error.__name__).lower()


CODES = sorted(
    {
        *map(code_of, STATUS),
        *HTTP_CODES.values(),
        *map(str, TokenProblem),
        INVALID_REQUEST,
        INVALID_CURSOR,
        DATABASE_UNAVAILABLE,
        ISSUER_UNAVAILABLE,
    }
)


class FieldProblem(BaseModel):
    """What is wrong with one part of a request."""

    model_config = ConfigDict(extra="forbid")

    location: Literal["body", "query", "path", "header"]
    pointer: Annotated[str, Field(description="JSON Pointer (RFC 6901) to the part.", examples=["/due/date"])]
    detail: str


class Problem(BaseModel):
    """What went wrong. `code` is stable and made for programs, `detail` for people."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["about:blank"] = "about:blank"
    title: Annotated[str, Field(description="The status in words.", examples=["Not Found"])]
    status: Annotated[int, Field(ge=400, le=599, examples=[404])]
    code: Annotated[str, Field(json_schema_extra={"enum": CODES}, examples=["task_not_found"])]
    detail: Annotated[str, Field(examples=["There is no such task."])]
    errors: list[FieldProblem] = []


def problem(
    status: HTTPStatus,
    code: str,
    detail: str,
    *,
    fields: list[FieldProblem] | None = None,
    headers: dict[str, str] | None = None,
) -> JSONResponse:
    body = Problem(title=status.phrase, status=status, code=code, detail=detail, errors=fields or [])
    return JSONResponse(body.model_dump(), status, headers, MEDIA_TYPE)


def documented(status: HTTPStatus, *cases: tuple[str, str]) -> dict[str, Any]:
    """A response of the OpenAPI document: the codes that it can carry, each with an example."""
    examples = {
        code: {"value": Problem(title=status.phrase, status=status, code=code, detail=detail).model_dump()}
        for code, detail in cases
    }
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": " ".join(dict.fromkeys(detail for _, detail in cases)),
        "content": {MEDIA_TYPE: {"schema": schema, "examples": examples}},
    }
