"""What can be done to projects, sections and labels alike: read, create, change, order, remove."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import MISSING, BaseModel

from todo_api.database import Row
from todo_api.services.outcome import Document, Expected, changed, check_expected, created, found
from todo_api.services.scope import UserScope
from todo_api.services.work import Work
from todo_api.sql.statement import Statement
from todo_domain import new_id
from todo_domain.errors import DomainError, InTrash, SiblingNotFound
from todo_domain.ordering import between
from todo_domain.schemas import Create, Place


@dataclass(frozen=True, slots=True)
class Kind:
    """The statements of one kind of thing, and the error for one that is not there."""

    read: Statement
    create: Statement
    patch: Statement
    remove: Statement
    missing: type[DomainError]
    find_place: Statement
    move: Statement


async def read(scope: UserScope, kind: Kind, entity_id: UUID) -> Document:
    return found(await scope.read(kind.read, id=entity_id), kind.missing)


async def create(
    scope: UserScope,
    statement: Statement,
    request: Create,
    expected: Expected,
    *,
    missing: type[DomainError],
    **values: Any,
) -> Document:
    """Create a row, once for each id that a client chose; `missing` is for a place that is not there."""
    entity_id, request_hash = (new_id(), None) if request.id is MISSING else (request.id, request.request_hash())

    async def unit(work: Work) -> Document:
        row = await work.row(statement, **values, id=entity_id, request_hash=request_hash, expected=expected)
        return created(row, entity_id, expected, request_hash, missing)

    return await scope.write(unit)


async def change(
    scope: UserScope,
    statement: Statement,
    entity_id: UUID,
    expected: Expected,
    *,
    missing: type[DomainError],
    **values: Any,
) -> Document:
    """Run a statement that changes, trashes or removes one row."""

    async def unit(work: Work) -> Document:
        row = await work.row(statement, **values, id=entity_id, expected=expected)
        return changed(row, expected, missing)

    return await scope.write(unit)


async def look(
    scope: UserScope, statement: Statement, entity_id: UUID, expected: Expected, *, missing: type[DomainError]
) -> Document:
    """Answer a write that has nothing to change; under a key it is a write like any other."""

    async def unit(work: Work) -> Document:
        document = found(await work.row(statement, id=entity_id), missing)
        check_expected(expected, document.version)
        return document

    return await scope.write(unit)


async def patch(
    scope: UserScope, kind: Kind, entity_id: UUID, update: BaseModel, expected: Expected, **also: Any
) -> Document:
    """Change the fields that were sent; if none was, nothing is written."""
    fields = sent(update)
    if not fields:
        return await look(scope, kind.read, entity_id, expected, missing=kind.missing)
    values = {**dict.fromkeys(type(update).model_fields), **fields, **flags(update), **also}
    return await change(scope, kind.patch, entity_id, expected, missing=kind.missing, **values)


def sent(update: BaseModel) -> dict[str, Any]:
    """The fields that a request to change something contains."""
    return {name: value for name in type(update).model_fields if (value := getattr(update, name)) is not MISSING}


def flags(update: BaseModel) -> dict[str, bool]:
    """For each field of the request whether it was sent."""
    given = sent(update)
    return {f"set_{name}": name in given for name in type(update).model_fields}


def anchor_of(place: Place) -> UUID | None:
    """The neighbour that the request names."""
    return place.before if place.before is not MISSING else place.after if place.after is not MISSING else None


def position_for(place: Place, row: Row, work: Work) -> str | None:
    """The key of the place beside the neighbour; None for the end.

    Keys that the work has given out already count as neighbours, too.

    Raises:
        SiblingNotFound: there is no such neighbour at that place.
    """
    if anchor_of(place) is None:
        return None
    if row["anchor"] is None:
        raise SiblingNotFound
    anchor = row["anchor"]
    if place.before is not MISSING:
        before = [key for key in (row["previous"], *work.positions) if key is not None and key < anchor]
        position = between(max(before, default=None), anchor)
    else:
        after = [key for key in (row["next"], *work.positions) if key is not None and key > anchor]
        position = between(anchor, min(after, default=None))
    work.positions.append(position)
    return position


async def move(scope: UserScope, kind: Kind, entity_id: UUID, place: Place, expected: Expected) -> Document:
    """Find the place, choose a key in it, and write unless anything of this user changed in between."""

    async def unit(work: Work) -> Document:
        row = await work.row(kind.find_place, id=entity_id, anchor=anchor_of(place))
        if row["live"] is None:
            raise kind.missing
        if not row["live"]:
            raise InTrash
        anchor = anchor_of(place)
        as_of = work.decide(row["seen"], entity_id, [] if anchor is None else [anchor])
        position = position_for(place, row, work)
        moved = await work.row(kind.move, id=entity_id, expected=expected, as_of=as_of, position=position)
        return changed(moved, expected, kind.missing)

    return await scope.write(unit)
