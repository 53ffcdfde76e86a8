"""Places in an order: who stands next to whom, and going there."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import CTE, BigInteger, ColumnElement, Table, Uuid, bindparam, func, select, tuple_

from todo_api.sql.statement import Statement
from todo_api.sql.write import ID, SEEN, change_rows, live, log, own, value, write
from todo_domain.documents import Columns
from todo_domain.models.columns import Key
from todo_domain.ordering import appended
from todo_domain.schemas import Output

_ANCHOR: ColumnElement[Any] = bindparam("anchor", type_=Uuid(), required=True)

UNCHANGED: ColumnElement[bool] = SEEN.c.version == bindparam("as_of", type_=BigInteger(), required=True)
"""Nothing of this user was written since the version on which the caller decided."""


def moved_position(bumped: CTE) -> ColumnElement[str]:
    """The position that the caller chose, or the end."""
    chosen: ColumnElement[Any] = bindparam("position", type_=Key, required=True)
    return func.coalesce(chosen, appended(value(bumped, "version")))


def neighbours(table: Table, sibling: Callable[[Columns], ColumnElement[bool]]) -> list[ColumnElement[Any]]:
    """Beside which keys the anchor stands: (anchor, previous, next), each NULL where there is none.

    The row that moves is not counted among the siblings.
    """
    others = own(table, table.c.id != ID, live(table.c), sibling(table.c)).cte("others")
    anchor = select(others.c.position, others.c.id).where(others.c.id == _ANCHOR).cte("anchor")
    here, there = tuple_(others.c.position, others.c.id), tuple_(anchor.c.position, anchor.c.id)
    return [
        value(anchor, "position").label("anchor"),
        select(func.max(others.c.position)).where(here < there).scalar_subquery().label("previous"),
        select(func.min(others.c.position)).where(here > there).scalar_subquery().label("next"),
    ]


def find_place(table: Table, sibling: Callable[[Columns], ColumnElement[bool]]) -> Statement:
    """What has to be known to put a row next to another one."""
    return Statement(select(value(SEEN, "version").label("seen"), *neighbours(table, sibling)))


def move(table: Table, read: type[Output]) -> Statement:
    def change(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
        written = change_rows(table, bumped, {"position": moved_position(bumped)}, table.c.id == ID)
        return written, log(table, [(written, "moved")], bumped)

    return write(table, read, change, guard=UNCHANGED)
