"""Lists: what a page is asked for, and the page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from todo_api.cursor import Cursor
from todo_api.services.scope import UserScope
from todo_api.sql.statement import Statement
from todo_domain.errors import DomainError

type Known = Collection[int] | None
"""The versions that the caller still has, from If-None-Match; None where it has none."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One page of one list. `shape` is what the cursor is bound to: the list and all that filters and sorts it."""

    shape: Mapping[str, Any]
    limit: int
    cursor: str | None
    key_type: TypeAdapter[Any]
    known: Known


@dataclass(frozen=True, slots=True)
class PageDocument:
    """A page as JSON and the account version it shows; no body where the caller has this version already."""

    body: bytes | None
    version: int


async def fetch_page(
    scope: UserScope,
    request: PageRequest,
    statement: Statement,
    missing: Mapping[str, type[DomainError]] | None = None,
    **values: Any,
) -> PageDocument:
    """Fetch a page in one round trip.

    Raises:
        InvalidCursor: the cursor is not one that this list, asked in this way by this user, gave out.
        DomainError: a filter names something that is not there.
    """
    cursor = Cursor.bound_to(scope.user_id, request.shape)
    if request.cursor is not None:
        values["after_key"], values["after_id"] = cursor.decode(request.cursor, request.key_type)
    known = None if request.known is None else list(request.known)
    row = await scope.read(statement, known=known, limit=request.limit, **values)
    for column, error in (missing or {}).items():
        if not row[column]:
            raise error
    version = row["version"] or 0
    if request.known is not None and version in request.known:
        return PageDocument(None, version)
    following = cursor.encode(row["last_key"], row["last_id"], request.key_type) if row["more"] else None
    tail = b"null" if following is None else b'"%s"' % following.encode()
    return PageDocument(b'{"items":%s,"next_cursor":%s}' % (row["items"].encode(), tail), version)
