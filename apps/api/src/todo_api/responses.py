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
CHANGE_ID, REPLAYED = "Change-Id", "Idempotency-Replayed"


def _headers(version: int) -> dict[str, str]:
    return {"ETag": f'"{version}"'}


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


def unversioned(body: bytes) -> Response:
    return Response(body, media_type=JSON)


def _effects(document: Document) -> dict[str, str]:
    """What is told of a write: the change it made, if any, and whether it was made by an earlier request."""
    headers = {} if document.change_id is None else {CHANGE_ID: str(document.change_id)}
    return headers | ({REPLAYED: "true"} if document.is_replayed else {})


def written(document: Document) -> Response:
    return Response(document.body, headers={"ETag": f'"{document.version}"', **_effects(document)}, media_type=JSON)


def created(document: Document, collection: str) -> Response:
    """201 with the address of what was made; 200 if the same request had made it before."""
    status = HTTPStatus.CREATED if document.is_new else HTTPStatus.OK
    location = f"{collection}/{document.entity_id}"
    headers = {"ETag": f'"{document.version}"', "Location": location, **_effects(document)}
    return Response(document.body, status, headers, JSON)


def trashed(document: Document) -> Response:
    """Nothing to show but the version that it has in the trash."""
    headers = {"ETag": f'"{document.version}"', **_effects(document)}
    return Response(status_code=HTTPStatus.NO_CONTENT, headers=headers)


def gone(document: Document | None = None) -> Response:
    headers = None if document is None else _effects(document)
    return Response(status_code=HTTPStatus.NO_CONTENT, headers=headers)


def done(document: Document) -> Response:
    """What a write has to say that is not about one thing."""
    return Response(document.body, headers=_effects(document), media_type=JSON)
