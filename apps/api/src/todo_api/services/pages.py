"""Lists: what a page is asked for, and the page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from todo_api.cursor import Cursor
from todo_api.queries import ListQuery
from todo_api.services.scope import UserScope
from todo_api.sql.statement import Statement
from todo_domain.errors import DomainError

type Known = Collection[int] | None
"""The versions that the caller still has, from If-None-Match; None where it has none."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One page of one list, sorted by keys of this type."""

    collection: str
    query: ListQuery
    key_type: TypeAdapter[Any]
    known: Known

    def cursor(self, user_id: str) -> Cursor:
        """Cursors of this list, filtered and sorted in this way, for this user."""
        return Cursor.bound_to(user_id, {"list": self.collection, **self.query.shape})


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
    after = request.query.cursor
    if after is not None:
        cursor = request.cursor(scope.user_id)
        values["after_key"], values["after_id"] = cursor.decode(after, request.key_type)
    known = None if request.known is None else list(request.known)
    row = await scope.read(statement, known=known, limit=request.query.limit, **values)
    for column, error in (missing or {}).items():
        if not row[column]:
            raise error
    version = row["version"] or 0
    if request.known is not None and version in request.known:
        return PageDocument(None, version)
    following = b"null"
    if row["more"]:
        cursor = request.cursor(scope.user_id)
        following = b'"%s"' % cursor.encode(row["last_key"], row["last_id"], request.key_type).encode()
    return PageDocument(b'{"items":%s,"next_cursor":%s}' % (row["items"].encode(), following), version)
