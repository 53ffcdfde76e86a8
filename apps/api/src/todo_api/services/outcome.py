"""What the statements of a write answer, put into the domain's words."""

from dataclasses import dataclass
from uuid import UUID

from todo_api.database import Row
from todo_api.services.caps import check_full
from todo_domain.errors import DomainError, IdTaken, InTrash, StaleVersion

type Expected = list[int] | None
"""The versions that If-Match allows; None where it allows all."""


class NotProvisioned(Exception):
    """The user has no account yet."""


class Overtaken(Exception):
    """Another write of the same user was faster; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON document as PostgreSQL built it, and the version it shows."""

    body: bytes
    version: int
    change_id: int | None = None
    """The version of the account that the write made; None where nothing was written."""
    entity_id: UUID | None = None
    """The id, in answer to a request to create."""
    is_new: bool = False
    is_replayed: bool = False
    """Whether this is what an earlier request with the same idempotency key was answered."""


def found(row: Row | None, missing: type[Exception]) -> Document:
    if row is None or row["version"] is None:
        raise missing
    return Document(row["document"].encode(), row["version"])


def created(
    row: Row, entity_id: UUID, expected: Expected, request_hash: bytes | None, missing: type[DomainError]
) -> Document:
    """The new row, or the row that the same request made before.

    Raises:
        IdTaken: the id belongs to something that another request made.
        StaleVersion: If-Match named another version of the account.
        CapReached: the user may not have more.
    """
    if row["seen"] is None:
        raise NotProvisioned
    if row["existing"] is not None:
        if request_hash is None or row["existing_hash"] != request_hash:
            raise IdTaken
        return Document(row["document"].encode(), row["existing"], entity_id=entity_id)
    if not row["placed"]:
        raise missing
    check_expected(expected, row["seen"])
    check_full(row)
    if row["version"] is None:
        raise Overtaken
    return Document(row["document"].encode(), row["version"], row["version"], entity_id, is_new=True)


def changed(row: Row, expected: Expected, missing: type[Exception]) -> Document:
    """The row as it now is; a write that was not needed changes nothing and is no error.

    Raises:
        InTrash: the row is there, but in the trash.
        StaleVersion: If-Match named another version of the row.
        CapReached: the user may not have more of what would come along.
    """
    if row["current"] is None:
        raise missing
    check_expected(expected, row["current"])
    if not row["eligible"]:
        raise InTrash
    check_full(row)
    if row["pending"] and row["version"] is None:
        raise Overtaken
    return Document(row["document"].encode(), row["version"] or row["current"], row["version"])


def done(row: Row, expected: Expected) -> Document:
    """What is left after a write to the account as a whole: no document, and the change if there was one."""
    if row["current"] is None:
        return Document(b"", 0)
    check_expected(expected, row["current"])
    if row["pending"] and row["version"] is None:
        raise Overtaken
    return Document(b"", row["version"] or row["current"], row["version"])


def check_expected(expected: Expected, current: int) -> None:
    if expected is not None and current not in expected:
        raise StaleVersion(current)
