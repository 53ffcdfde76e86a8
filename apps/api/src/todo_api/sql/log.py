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

from todo_api.sql.tables import CHANGE, CLIENT, NOW, USER
from todo_domain.documents import Columns

_TOGETHER = ("due_kind", "due_at", "due_timezone")
"""Columns that mean something only together: if one of them changes, all are logged."""
_NOTHING = cast(sql("'{}'"), JSONB)


def log_created(table: Table, made: FromClause, version: ColumnElement[Any]) -> CTE:
    return _log(table, made, "created", version, after=_NOTHING)


def log_beginning(table: Table, made: FromClause, version: ColumnElement[Any]) -> CTE:
    """What was made with the account, and cannot be unmade."""
    return _log(table, made, "created", version)


def log_removed(table: Table, removed: CTE, op: str, version: ColumnElement[Any]) -> CTE:
    """What is purged takes its past along; what else is removed can come back as it was."""
    if op == "purged":
        return _log(table, removed, op, version)
    row = func.to_jsonb(removed.table_valued()).op("-")(sql("'user_id'"))
    return _log(table, removed, op, version, before=row)


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
        written.join(old, and_(old.c.user_id == USER, _id(old) == _id(written))),
        op if isinstance(op, str) else op(written.c),
        version,
        entity_id=_id(written),
        before=_difference(groups, old.c, written.c),
        after=_difference(groups, written.c, old.c),
    )


def forget(table: Table, removed: FromClause) -> CTE:
    """Empty the past of what was deleted for good."""
    theirs = CHANGE.c.entity_id.in_(select(removed.c.id))
    forgotten = update(CHANGE).where(CHANGE.c.user_id == USER, CHANGE.c.entity == sql(f"'{table.name}'"), theirs)
    return forgotten.values(before=null(), after=null()).returning(CHANGE.c.version).cte(f"forget_{table.name}")


def _id(rows: FromClause) -> ColumnElement[Any]:
    """What tells the rows of one user apart; an account is told by its inbox."""
    return rows.c.id if "id" in rows.c else rows.c.inbox_id


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
        "entity_id": _id(rows) if entity_id is None else entity_id,
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
