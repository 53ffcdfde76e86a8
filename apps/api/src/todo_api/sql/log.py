"""The log of changes: one row in it for each row that a write touched, by the write's own statement."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Table,
    and_,
    case,
    cast,
    func,
    insert,
    null,
    select,
    tuple_,
    update,
)
from sqlalchemy import literal_column as sql
from sqlalchemy.dialects.postgresql import JSONB

from todo_api.sql.tables import CHANGE, CLIENT, NOW, USER, id_of, of_kind
from todo_domain.documents import Columns

_TOGETHER = ("due_kind", "due_at", "due_timezone")
"""Columns that mean something only together: if one of them changes, all are logged."""
_NOTHING = cast(sql("'{}'"), JSONB)


def log_created(table: Table, made: FromClause, version: ColumnElement[Any]) -> CTE:
    return _log(table, made, "created", version, after=_NOTHING)


def log_beginning(table: Table, made: FromClause, version: ColumnElement[Any]) -> CTE:
    """What was made with the account, and cannot be unmade."""
    return _log(table, made, "created", version)


def log_removed(table: Table, removed: CTE, version: ColumnElement[Any]) -> CTE:
    """What is removed can come back as it was."""
    return _log(table, removed, "deleted", version, before=whole(removed))


def log_purged(table: Table, purged: CTE, version: ColumnElement[Any]) -> list[CTE]:
    """What is purged cannot come back, and takes its past along: the log keeps no more than that it was there."""
    theirs = CHANGE.c.entity_id.in_(select(purged.c.id))
    forgotten = update(CHANGE).where(CHANGE.c.user_id == USER, of_kind(CHANGE.c, table), theirs)
    forget = forgotten.values(before=null(), after=null()).returning(CHANGE.c.version).cte(f"forget_{table.name}")
    return [_log(table, purged, "purged", version), forget]


def whole(row: CTE) -> ColumnElement[Any]:
    """All of a row, so that it can be made again."""
    return func.to_jsonb(row.table_valued()).op("-")(sql("'user_id'"))


def log_changed(
    table: Table,
    written: FromClause,
    op: str | Callable[[Columns], ColumnElement[str]],
    columns: Iterable[str],
    version: ColumnElement[Any],
) -> CTE:
    """Rows that were updated; `columns` are those that may have changed.

    The table itself still shows them as they were when the statement began.
    """
    old = table.alias("old")
    groups = _groups(columns)
    return _log(
        table,
        written.join(old, and_(old.c.user_id == USER, id_of(old) == id_of(written))),
        op if isinstance(op, str) else op(written.c),
        version,
        entity_id=id_of(written),
        before=_difference(groups, old.c, written.c),
        after=_difference(groups, written.c, old.c),
    )


def _log(  # noqa: PLR0913  what a row of the log consists of
    table: Table,
    rows: FromClause,
    op: str | ColumnElement[str],
    version: ColumnElement[Any],
    *,
    entity_id: ColumnElement[Any] | None = None,
    before: ColumnElement[Any] | None = None,
    after: ColumnElement[Any] | None = None,
) -> CTE:
    row: dict[str, ColumnElement[Any]] = {
        "user_id": USER,
        "version": version,
        "entity": sql(f"'{table.name}'"),
        "entity_id": id_of(rows) if entity_id is None else entity_id,
        "op": sql(f"'{op}'") if isinstance(op, str) else op,
        "at": NOW,
        "client": CLIENT,
        "before": cast(null(), JSONB) if before is None else before,
        "after": cast(null(), JSONB) if after is None else after,
    }
    inserted = insert(CHANGE).from_select(list(row), select(*row.values()).select_from(rows), include_defaults=False)
    name = f"log_{table.name}_{op}" if isinstance(op, str) else f"log_{table.name}"
    return inserted.returning(CHANGE.c.version).cte(name)


def _groups(columns: Iterable[str]) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(_TOGETHER if column in _TOGETHER else (column,) for column in columns))


def _difference(groups: Iterable[tuple[str, ...]], these: Columns, those: Columns) -> ColumnElement[Any]:
    """An object of the columns of these rows that have another value in those."""
    parts = [
        case(
            (
                tuple_(*(these[name] for name in group)).is_distinct_from(tuple_(*(those[name] for name in group)))
                if len(group) > 1
                else these[group[0]].is_distinct_from(those[group[0]]),
                func.jsonb_build_object(*(part for name in group for part in (sql(f"'{name}'"), these[name]))),
            ),
            else_=_NOTHING,
        )
        for group in groups
    ]
    merged: ColumnElement[Any] = parts[0]
    for part in parts[1:]:
        merged = merged.op("||")(part)
    return merged
