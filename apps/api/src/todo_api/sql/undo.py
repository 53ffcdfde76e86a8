"""Undoing one change: the statement. Set by set, as much as the change touched, and logged as a change of its own.

What was made is deleted, what was removed is made again as it was, and what was changed gets back the columns that the
log has of it. References between these rows are looked at when all of it is done.
"""

from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Table,
    and_,
    case,
    cast,
    column,
    delete,
    func,
    insert,
    null,
    select,
    update,
)
from sqlalchemy import literal_column as sql
from sqlalchemy.dialects.postgresql import JSONB, array

from todo_api.sql.caps import plural
from todo_api.sql.log import whole
from todo_api.sql.statement import Statement
from todo_api.sql.tables import ACCOUNT, CHANGE, CLIENT, LABEL, NOW, PROJECT, SECTION, TASK, USER, given, of_kind, value
from todo_api.sql.write import own, some
from todo_domain.documents import Columns

TABLES = (PROJECT, SECTION, LABEL, TASK)
_STAMPS = ("version", "updated_at")
_NOBODYS = {"user_id", "id", "request_hash", *_STAMPS}
"""What no change of a row changes, and what every one does."""

UNDONE = own(CHANGE, CHANGE.c.version == given("of", BigInteger())).cte("undone")
"""What the log has of the change that is undone."""


def was_made(rows: Columns) -> ColumnElement[bool]:
    return and_(rows.before.is_(None), rows.after.is_not(None))


def was_removed(rows: Columns) -> ColumnElement[bool]:
    return and_(rows.before.is_not(None), rows.after.is_(None))


def was_changed(rows: Columns) -> ColumnElement[bool]:
    return and_(rows.before.is_not(None), rows.after.is_not(None))


def _row(table: Table, base: ColumnElement[Any]) -> Any:
    """A row of the table as the log had it before the change; what the log does not say is as in `base`."""
    columns = [column(each.name, each.type) for each in table.c]
    return func.jsonb_populate_record(base, UNDONE.c.before).table_valued(*columns, name=f"{table.name}_then").lateral()


def _bumped() -> CTE:
    """The account's version moved by one, and what else of the account is undone."""
    undone = UNDONE.alias("undone_account")

    def then(name: str) -> Any:
        before = select(undone.c.before.op("->>")(sql(f"'{name}'"))).where(of_kind(undone.c, ACCOUNT))
        return func.coalesce(cast(before.scalar_subquery(), ACCOUNT.c[name].type), ACCOUNT.c[name])

    touched = some(undone, of_kind(undone.c, ACCOUNT))
    return (
        update(ACCOUNT)
        .where(ACCOUNT.c.user_id == USER)
        .values(
            version=ACCOUNT.c.version + sql("1"),
            timezone=then("timezone"),
            created_at=then("created_at"),
            updated_at=case((touched, NOW), else_=ACCOUNT.c.updated_at),
        )
        .returning(ACCOUNT.c.version)
        .cte("bump")
    )


def _removed(table: Table) -> CTE:
    """What the change made."""
    made = select(UNDONE.c.entity_id).where(of_kind(UNDONE.c, table), was_made(UNDONE.c))
    removed = delete(table).where(table.c.user_id == USER, table.c.id.in_(made))
    return removed.returning(*table.c).cte(f"{table.name}_removed")


def _made(table: Table, version: ColumnElement[Any]) -> CTE:
    """What the change removed."""
    then = _row(table, sql(f"NULL::{table.name}"))
    row = {each.name: then.c[each.name] for each in table.c} | {"user_id": USER, "version": version, "updated_at": NOW}
    rows = select(*row.values()).select_from(UNDONE.join(then, sql("true")))
    rows = rows.where(of_kind(UNDONE.c, table), was_removed(UNDONE.c))
    made = insert(table).from_select(list(row), rows, include_defaults=False)
    return made.returning(table.c.id).cte(f"{table.name}_made")


def _changed(table: Table, version: ColumnElement[Any]) -> CTE:
    """What the change changed."""
    now = table.alias(f"{table.name}_now")
    then = _row(table, now.table_valued())
    rows = (
        select(*then.c)
        .select_from(
            UNDONE.join(now, and_(now.c.user_id == USER, now.c.id == UNDONE.c.entity_id)).join(then, sql("true"))
        )
        .where(of_kind(UNDONE.c, table), was_changed(UNDONE.c))
        .cte(f"{table.name}_before")
        .prefix_with("MATERIALIZED")  # or it would be looked for again for each row that is changed
    )
    changed = (
        update(table)
        .where(table.c.user_id == USER, table.c.id == rows.c.id)
        .values(
            {each.name: rows.c[each.name] for each in table.c if each.name not in _NOBODYS}
            | {"version": version, "updated_at": NOW}
        )
    )
    return changed.returning(table.c.id).cte(f"{table.name}_changed")


def _log(name: str, rows: CTE, version: ColumnElement[Any], entry: dict[str, Any], *criteria: Any) -> CTE:
    undoes = select(func.coalesce(func.max(UNDONE.c.undoes), func.max(UNDONE.c.version))).scalar_subquery()
    row: dict[str, Any] = {
        "user_id": USER,
        "version": version,
        **entry,
        "op": sql("'undone'"),
        "at": NOW,
        "client": CLIENT,
        "undoes": undoes,
    }
    logged = select(*row.values()).select_from(rows).where(*criteria)
    inserted = insert(CHANGE).from_select(list(row), logged, include_defaults=False)
    return inserted.returning(CHANGE.c.version).cte(f"log_{name}")


def _log_removed(table: Table, removed: CTE, version: ColumnElement[Any]) -> CTE:
    """All of what is removed, so that it can be made again."""
    entry = {
        "entity": sql(f"'{table.name}'"),
        "entity_id": removed.c.id,
        "before": whole(removed),
        "after": cast(null(), JSONB),
    }
    return _log(f"{table.name}_removed", removed, version, entry)


def _log_swapped(version: ColumnElement[Any]) -> CTE:
    """All else is logged as it was, the other way round."""

    def lasting(columns: ColumnElement[Any]) -> ColumnElement[Any]:
        return columns.op("-")(sql("'updated_at'"))

    entry = {
        "entity": UNDONE.c.entity,
        "entity_id": UNDONE.c.entity_id,
        "before": lasting(UNDONE.c.after),
        "after": lasting(UNDONE.c.before),
    }
    return _log("swapped", UNDONE, version, entry, UNDONE.c.before.is_not(None))


def _undo() -> Statement:
    bumped = _bumped()
    version = value(bumped, "version")
    effects: list[CTE] = [_log_swapped(version)]
    made = {table: _made(table, version) for table in TABLES}
    for table in TABLES:
        removed = _removed(table)
        effects += [made[table], _changed(table, version), _log_removed(table, removed, version)]
    kinds = [case((some(rows), sql(f"'{plural(table)}'"))) for table, rows in made.items()]
    return Statement(
        select(version.label("version"), func.array_remove(array(kinds), null()).label("made")).add_cte(*effects)
    )


UNDO_CHANGE = _undo()
