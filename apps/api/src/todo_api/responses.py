"""Documents as responses: PostgreSQL's JSON goes out as it is, with its version as a strong ETag (RFC 9110)."""

from http import HTTPStatus
from typing import Any

from fastapi import Response

from todo_api.problems import reference
from todo_api.services.outcome import Document
from todo_api.services.pages import Known, PageDocument

JSON = "application/json"
TRASHED: dict[int | str, dict[str, Any]] = {204: {"headers": {"ETag": reference("headers", "ETag")}}}
"""For the OpenAPI document: what went into the trash has a version there, which is told when it goes."""


def _headers(version: int) -> dict[str, str]:
    return {"ETag": f'"{version}"', "Cache-Control": "private, no-cache", "Vary": "Authorization"}


def not_modified(version: int) -> Response:
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=_headers(version))


def read(document: Document, known: Known) -> Response:
    """The document, unless the caller has it already."""
    if known is not None and document.version in known:
        return not_modified(document.version)
    return Response(document.body, headers=_headers(document.version), media_type=JSON)


def page(document: PageDocument) -> Response:
    if document.body is None:
        return not_modified(document.version)
    return Response(document.body, headers=_headers(document.version), media_type=JSON)


def written(document: Document) -> Response:
    return Response(document.body, headers={"ETag": f'"{document.version}"'}, media_type=JSON)


def created(document: Document, collection: str) -> Response:
    """201 with the address of what was made; 200 if the same request had made it before."""
    status = HTTPStatus.CREATED if document.is_new else HTTPStatus.OK
    headers = {"ETag": f'"{document.version}"', "Location": f"{collection}/{document.entity_id}"}
    return Response(document.body, status, headers, JSON)


def gone(document: Document | None = None) -> Response:
    """Nothing to show; of what is in the trash now, the version."""
    headers = None if document is None else {"ETag": f'"{document.version}"'}
    return Response(status_code=HTTPStatus.NO_CONTENT, headers=headers)
