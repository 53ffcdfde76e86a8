"""What every write is made of: the account's version moves, the row is stamped with it, the change is logged.

All writes of one user are serialized by that version. A write sees the account as it was when the statement began
(`SEEN`) and moves the version only if it still is the same once the account's row is locked; a write that was
overtaken changes nothing at all and is run again. So nothing in a write can rest on rows that somebody else changed
in the meantime, although it is a single statement. See docs/decisions/0003.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    CTE,
    BigInteger,
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    Table,
    Uuid,
    and_,
    any_,
    case,
    delete,
    func,
    literal_column,
    or_,
    select,
    true,
    update,
)

from todo_api.sql.log import log_changed, log_purged, log_removed
from todo_api.sql.statement import Statement
from todo_api.sql.tables import ACCOUNT, NOW, USER, given, value
from todo_domain.documents import Columns, document_columns
from todo_domain.schemas import Output

ID: ColumnElement[Any] = given("id", Uuid())
EXPECTED: ColumnElement[Any] = given("expected", ARRAY(BigInteger))
"""The versions that If-Match named, or NULL where it named none."""

SEEN = (
    select(
        ACCOUNT.c.version,
        ACCOUNT.c.inbox_id,
        case((ACCOUNT.c.counted_version == ACCOUNT.c.version, ACCOUNT.c.task_count)).label("task_count"),
    )
    .where(ACCOUNT.c.user_id == USER)
    .cte("seen")
)
"""The account; `task_count` is NULL where it is not known."""


def own(rows: FromClause, *criteria: ColumnElement[bool]) -> Select[Any]:
    """This user's rows; the one way by which a statement reads them."""
    return select(rows).where(rows.c.user_id == USER, *criteria)


def expected(version: ColumnElement[Any]) -> ColumnElement[bool]:
    """If-Match holds for this version."""
    return or_(EXPECTED.is_(None), version == any_(EXPECTED))


def moved(task_count: ColumnElement[Any] = SEEN.c.task_count) -> dict[str, ColumnElement[Any]]:
    """The account one version on, with so many tasks then; as many as before if nothing else is said."""
    version = ACCOUNT.c.version + literal_column("1")
    return {"version": version, "task_count": task_count, "counted_version": version}


def bump(*guards: ColumnElement[bool], task_count: ColumnElement[Any] = SEEN.c.task_count) -> CTE:
    """Move the account's version by one, unless a guard fails or another write was faster."""
    return (
        update(ACCOUNT)
        .where(ACCOUNT.c.user_id == USER, ACCOUNT.c.version == SEEN.c.version, *guards)
        .values(**moved(task_count))
        .returning(ACCOUNT.c.version)
        .cte("bump")
    )


def some(rows: FromClause, *criteria: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(literal_column("1")).select_from(rows).where(*criteria).exists()


def document(read: type[Output], rows: FromClause, *criteria: ColumnElement[bool]) -> ScalarSelect[Any]:
    """One row as the JSON document of its read schema, built by PostgreSQL; NULL where there is no row."""
    row = select(*document_columns(read, rows.c)).where(*criteria).subquery("document")
    return select(func.row_to_json(row.table_valued())).scalar_subquery()


def always(row: Columns) -> ColumnElement[bool]:
    del row
    return true()


def live(row: Columns) -> ColumnElement[bool]:
    """Not in the trash; what has no trash is always live."""
    return row.deleted_at.is_(None) if "deleted_at" in row else true()


def write(  # noqa: PLR0913  the three conditions of a write are named at the call
    table: Table,
    read: type[Output],
    change: Callable[[CTE], tuple[FromClause, Sequence[CTE]]],
    *,
    of: Callable[[Columns], ColumnElement[bool]] = live,
    pending: Callable[[Columns], ColumnElement[bool]] = always,
    guard: ColumnElement[bool] | None = None,
    full: ColumnElement[Any] | None = None,
    task_count: ColumnElement[Any] = SEEN.c.task_count,
) -> Statement:
    """The statement that changes one row, and whatever goes with it.

    `of` says which rows can be changed at all, `pending` which of them still need it: completing what is completed
    is no write. `change` makes the effects, given the moved version: the rows written, among them the one asked
    for, and everything else. `full` is what there is no room for, `task_count` how many tasks there are then. What the
    statement answers is explained in `todo_api.services.outcome`.
    """
    target = own(table, table.c.id == ID).cte("target")
    wanted = and_(of(target.c), pending(target.c))
    guards = [] if guard is None else [guard]
    told = [] if full is None else [full.label("full")]
    if full is not None:
        guards.append(full.is_(None))
    bumped = bump(some(target, expected(target.c.version), wanted), *guards, task_count=task_count)
    written, effects = change(bumped)
    return Statement(
        select(
            value(SEEN, "version").label("seen"),
            value(target, "version").label("current"),
            select(of(target.c)).select_from(target).scalar_subquery().label("eligible"),
            select(wanted).select_from(target).scalar_subquery().label("pending"),
            value(bumped, "version").label("version"),
            func.coalesce(document(read, written, written.c.id == ID), document(read, target)).label("document"),
            *told,
        ).add_cte(*effects)
    )


def change_rows(
    table: Table,
    bumped: CTE,
    op: str | Callable[[Columns], ColumnElement[str]],
    values: Mapping[str, Any],
    *criteria: ColumnElement[bool],
    name: str = "written",
) -> tuple[CTE, CTE]:
    """Update this user's rows that meet the criteria, if the version moved; stamp them and log it.

    `op` is what happened to them, or says it for each row as it now is.
    """
    written = (
        update(table)
        .where(table.c.user_id == USER, some(bumped), *criteria)
        .values(**values, version=value(bumped, "version"), updated_at=NOW)
        .returning(*table.c)
        .cte(name)
    )
    return written, log_changed(table, written, op, values, value(bumped, "version"))


def remove_rows(table: Table, bumped: CTE, *criteria: ColumnElement[bool]) -> tuple[CTE, CTE]:
    """Delete this user's rows that meet the criteria, if the version moved, and log all of them."""
    removed = _deleted(table, bumped, *criteria)
    return removed, log_removed(table, removed, value(bumped, "version"))


def purge_rows(table: Table, bumped: CTE, *criteria: ColumnElement[bool]) -> tuple[CTE, list[CTE]]:
    """Delete this user's rows that meet the criteria for good, if the version moved, with what the log has of them."""
    purged = _deleted(table, bumped, *criteria)
    return purged, log_purged(table, purged, value(bumped, "version"))


def _deleted(table: Table, bumped: CTE, *criteria: ColumnElement[bool]) -> CTE:
    rows = delete(table).where(table.c.user_id == USER, some(bumped), *criteria)
    return rows.returning(*table.c).cte(f"{table.name}_deleted")
