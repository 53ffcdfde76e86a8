"""Places in an order: who stands next to whom, and going there."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import CTE, BigInteger, ColumnElement, Table, Uuid, func, or_, select, tuple_

from todo_api.sql.statement import Statement
from todo_api.sql.tables import given, value
from todo_api.sql.write import ID, SEEN, change_rows, live, own, write
from todo_domain.documents import Columns
from todo_domain.models.columns import Key
from todo_domain.ordering import appended
from todo_domain.schemas import Output

_ANCHOR: ColumnElement[Any] = given("anchor", Uuid())

_AS_OF: ColumnElement[Any] = given("as_of", BigInteger())
UNCHANGED = or_(_AS_OF.is_(None), SEEN.c.version == _AS_OF)
"""Nothing of this user was written since the version on which the caller decided, unless the caller knows better."""


def moved_position(bumped: CTE) -> ColumnElement[str]:
    """The position that the caller chose, or the end."""
    chosen: ColumnElement[Any] = given("position", Key)
    return func.coalesce(chosen, appended(value(bumped, "version")))


def neighbours(table: Table, sibling: Callable[[Columns], ColumnElement[bool]]) -> list[ColumnElement[Any]]:
    """Between which keys there is room beside the anchor: (anchor, previous, next), each NULL where there is none.

    The anchor is a live sibling. The other two are the nearest keys of any rows of this user but the one that
    moves, so that no key is given out twice: rows that come together later, when a section is removed or something
    is restored, have to differ in theirs, or nothing could be moved between them.
    """
    anchor = own(table, table.c.id == _ANCHOR, table.c.id != ID, live(table.c), sibling(table.c)).cte("anchor")
    here, there = tuple_(table.c.position, table.c.id), tuple_(value(anchor, "position"), value(anchor, "id"))

    def nearest(key: ColumnElement[Any], side: ColumnElement[bool]) -> ColumnElement[Any]:
        return own(table, table.c.id != ID, side).with_only_columns(key).scalar_subquery()

    return [
        value(anchor, "position").label("anchor"),
        nearest(func.max(table.c.position), here < there).label("previous"),
        nearest(func.min(table.c.position), here > there).label("next"),
    ]


def find_place(table: Table, sibling: Callable[[Columns], ColumnElement[bool]]) -> Statement:
    """What has to be known to put a row next to another one; `live` is NULL where there is no such row."""
    moving = own(table, table.c.id == ID).cte("target")
    return Statement(
        select(
            value(SEEN, "version").label("seen"),
            select(live(moving.c)).select_from(moving).scalar_subquery().label("live"),
            *neighbours(table, sibling),
        )
    )


def move(table: Table, read: type[Output]) -> Statement:
    def change(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
        written, logged = change_rows(table, bumped, "moved", {"position": moved_position(bumped)}, table.c.id == ID)
        return written, [logged]

    return write(table, read, change, guard=UNCHANGED)
