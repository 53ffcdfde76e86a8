"""Changing some columns of a row and leaving the others: one shape of statement, whichever columns they are."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import CTE, Boolean, ColumnElement, Table, case

from todo_api.sql.create import bound
from todo_api.sql.statement import Statement
from todo_api.sql.tables import given
from todo_api.sql.write import ID, change_rows, write
from todo_domain.schemas import Output

type Fields = Mapping[str, Sequence[str]]
"""For each field that can be sent, the columns that keep it."""


def flag(field: str) -> ColumnElement[bool]:
    """Whether the field was sent."""
    return given(f"set_{field}", Boolean())


def patched(table: Table, fields: Fields) -> dict[str, ColumnElement[Any]]:
    """Each column as it will be: as sent, or as it is."""
    return {
        column: case((flag(field), parameter), else_=table.c[column])
        for field, columns in fields.items()
        for column, parameter in bound(table, *columns).items()
    }


def patch(
    table: Table,
    read: type[Output],
    fields: Fields,
    also: Callable[[CTE], tuple[Mapping[str, ColumnElement[Any]], Sequence[CTE]]] = lambda _: ({}, ()),
    full: ColumnElement[Any] | None = None,
) -> Statement:
    """The statement that changes the sent fields of one row; `also` adds columns and effects of its own.

    `full` is what there is no room for among these effects.
    """

    def change(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
        columns, effects = also(bumped)
        written, logged = change_rows(table, bumped, "updated", {**patched(table, fields), **columns}, table.c.id == ID)
        return written, [*effects, logged]

    return write(table, read, change, full=full)
