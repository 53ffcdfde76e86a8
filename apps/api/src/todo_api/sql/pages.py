"""A page of a list: keyset paging, so that every page costs what the first one costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from pydantic import TypeAdapter
from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Integer,
    Table,
    Uuid,
    all_,
    func,
    or_,
    select,
    tuple_,
)
from sqlalchemy import literal_column as sql
from sqlalchemy.types import TypeEngine

from todo_api.sql.statement import Statement
from todo_api.sql.tables import given, value
from todo_api.sql.write import SEEN, own
from todo_domain.documents import document_columns
from todo_domain.schemas import Output

_KNOWN: ColumnElement[Any] = given("known", ARRAY(BigInteger))
"""The account versions whose lists the caller still has, or NULL."""
_LIMIT: ColumnElement[int] = given("limit", Integer())


@dataclass(frozen=True)
class SortKey:
    """What a list is sorted by. No key is ever NULL: what has no value sorts last, both up and down.

    `cursor` reads a key from a cursor. Clients can make up cursors: it takes nothing that PostgreSQL would refuse.
    """

    ascending: ColumnElement[Any]
    descending: ColumnElement[Any]
    type: TypeEngine[Any]
    cursor: TypeAdapter[Any]

    @classmethod
    def by(cls, column: ColumnElement[Any], cursor: TypeAdapter[Any], type_: TypeEngine[Any] | None = None) -> Self:
        return cls(column, column, type_ or column.type, cursor)


def page(  # noqa: PLR0913  a list has this many dimensions; each is named at the call
    table: Table,
    read: type[Output],
    *criteria: ColumnElement[bool],
    key: SortKey,
    descending: bool = False,
    after: bool = False,
    found: Mapping[str, ColumnElement[bool]] | None = None,
) -> Statement:
    """The statement for one page, after a cursor or from the beginning.

    It answers the account's version, the items as a JSON array, the key and id of the last of them if more follow,
    and for each thing named by a filter whether it exists. When the caller already has this version, no row is read.
    """

    def ordered(*columns: ColumnElement[Any]) -> list[ColumnElement[Any]]:
        return [column.desc() if descending else column.asc() for column in columns]

    expression = key.descending if descending else key.ascending
    changed = or_(_KNOWN.is_(None), value(SEEN, "version") != all_(_KNOWN))
    rows = own(table, changed, *criteria).add_columns(expression.label("sort_key"))
    if after:
        here = tuple_(expression, table.c.id)
        there = tuple_(given("after_key", key.type), given("after_id", Uuid()))
        rows = rows.where(here < there if descending else here > there)
    found_rows = rows.order_by(*ordered(expression, table.c.id)).limit(_LIMIT + sql("1")).cte("page")
    order = ordered(found_rows.c.sort_key, found_rows.c.id)
    items = select(*document_columns(read, found_rows.c)).order_by(*order).limit(_LIMIT).subquery("items")
    last = select(found_rows).order_by(*order).offset(_LIMIT - sql("1")).limit(sql("1")).cte("last")
    more = select(func.count()).select_from(found_rows).scalar_subquery() > _LIMIT
    return Statement(
        select(
            value(SEEN, "version").label("version"),
            select(func.coalesce(func.json_agg(items.table_valued()), sql("'[]'")))
            .select_from(items)
            .scalar_subquery()
            .label("items"),
            more.label("more"),
            value(last, "sort_key").label("last_key"),
            value(last, "id").label("last_id"),
            *(expression.label(name) for name, expression in (found or {}).items()),
        )
    )
