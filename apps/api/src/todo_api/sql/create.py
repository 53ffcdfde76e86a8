"""Creating a row: at the end of its place, and only once for each id."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import CTE, ColumnElement, LargeBinary, Table, func, insert, not_, select
from sqlalchemy import literal_column as sql

from todo_api.sql.caps import TASK_COUNT, full, is_full
from todo_api.sql.log import log_created
from todo_api.sql.statement import Statement
from todo_api.sql.tables import NOW, TASK, USER, given, value
from todo_api.sql.write import ID, SEEN, bump, document, expected, own, some
from todo_domain.ordering import appended
from todo_domain.schemas import Output

REQUEST_HASH: ColumnElement[Any] = given("request_hash", LargeBinary())

type Row = Mapping[str, ColumnElement[Any]]


def bound(table: Table, *names: str) -> dict[str, ColumnElement[Any]]:
    """Parameters named after the columns whose values they carry."""
    return {name: given(name, table.c[name].type) for name in names}


def create(
    table: Table,
    read: type[Output],
    row: Callable[[CTE], tuple[Row, Sequence[CTE]]],
    place: CTE = SEEN,
    also_full: Mapping[Table, ColumnElement[bool]] = MappingProxyType({}),
) -> Statement:
    """The statement that creates one row in a place, which is a single row of its own or none at all.

    `row` gives the new row's own columns and whatever else is to be done, given the moved version. If-Match on a
    collection names the account's version. `also_full` says of other kinds that there is no room for what comes along.
    A row that already has the id is answered instead, with the digest of the
    request that made it, for the caller to compare.
    """
    existing = own(table, table.c.id == ID).cte("existing")
    no_room_for = full({table: is_full(table), **also_full})
    bumped = bump(
        not_(some(existing)),
        some(place),
        expected(SEEN.c.version),
        no_room_for.is_(None),
        task_count=TASK_COUNT + sql("1") if table is TASK else SEEN.c.task_count,
    )
    columns, effects = row(bumped)
    columns = {
        "user_id": USER,
        "id": ID,
        "version": value(bumped, "version"),
        "created_at": NOW,
        "updated_at": NOW,
        "request_hash": REQUEST_HASH,
        "position": appended(value(bumped, "version")),
        **columns,
    }
    written = (
        insert(table)
        .from_select(
            list(columns), select(*columns.values()).select_from(place).where(some(bumped)), include_defaults=False
        )
        .returning(*table.c)
        .cte("written")
    )
    return Statement(
        select(
            value(SEEN, "version").label("seen"),
            some(place).label("placed"),
            value(existing, "version").label("existing"),
            value(existing, "request_hash").label("existing_hash"),
            no_room_for.label("full"),
            value(bumped, "version").label("version"),
            func.coalesce(document(read, written), document(read, existing)).label("document"),
        ).add_cte(*effects, log_created(table, written, value(bumped, "version")))
    )
