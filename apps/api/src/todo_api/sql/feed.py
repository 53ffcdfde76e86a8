"""The feed: statements. A thing is in it once, where the log has it last, and as it is now."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    FromClause,
    Integer,
    Table,
    Text,
    Uuid,
    and_,
    case,
    func,
    not_,
    null,
    select,
    tuple_,
    union_all,
)
from sqlalchemy import literal_column as sql
from sqlalchemy.dialects.postgresql import aggregate_order_by

from todo_api.sql.statement import Statement
from todo_api.sql.tables import ACCOUNT, CHANGE, LABEL, PROJECT, SECTION, TASK, USER, given, id_of, value
from todo_api.sql.write import SEEN, always, document, own, some
from todo_domain.documents import READS, Columns

_TABLES = (ACCOUNT, PROJECT, SECTION, LABEL, TASK)
KINDS = [table.name for table in _TABLES]
"""The order in which a state is read: what others refer to comes before them, as far as an order can do that."""

_NOWHERE = "'00000000-0000-0000-0000-000000000000'::uuid"


_AFTER_ID = given("after_id", Uuid())
_LIMIT = given("limit", Integer())


def _thing(rows: FromClause) -> ColumnElement[Any]:
    """The item for one row (kind, id, version) of the page."""

    def now(table: Table) -> ColumnElement[Any]:
        here = table.alias(f"{table.name}_now")
        row = own(here, id_of(here) == rows.c.id).correlate(rows).subquery(f"{table.name}_row")
        return document(READS[table.name], row)

    data = case(*((rows.c.kind == sql(f"'{table.name}'"), now(table)) for table in _TABLES), else_=null())
    return func.json_build_object(
        sql("'kind'"), rows.c.kind, sql("'id'"), rows.c.id, sql("'version'"), rows.c.version, sql("'data'"), data
    )


def _page(found: CTE, order: list[str], criteria: Callable[[Columns], ColumnElement[bool]]) -> Statement:
    """The items that meet the criteria, the last row that was looked at, and whether more follow.

    Of what was found, one row more than the limit says, the last only tells that it is there.
    """
    page = select(found).order_by(*(found.c[name] for name in order)).limit(_LIMIT).cte("page")
    last = select(page).order_by(*(page.c[name].desc() for name in order)).limit(sql("1")).cte("last")
    more = select(func.count()).select_from(found).scalar_subquery() > _LIMIT
    items = select(page).where(criteria(page.c)).cte("items")
    things = func.json_agg(aggregate_order_by(_thing(items), *(items.c[name] for name in order)))
    return Statement(
        select(
            value(SEEN, "version").label("version"),
            value(SEEN, "inbox_id").label("inbox_id"),
            select(func.coalesce(things, sql("'[]'"))).select_from(items).scalar_subquery().label("items"),
            more.label("more"),
            *(value(last, name).label(f"last_{name}") for name in ("version", "kind", "id")),
            *([value(last, "at").label("last_at")] if "at" in found.c else []),
        )
    )


def _changes() -> Statement:
    """What was logged behind a place; a thing that was changed again later comes later."""
    place = tuple_(CHANGE.c.version, CHANGE.c.entity, CHANGE.c.entity_id)
    after = tuple_(given("after_version", BigInteger()), given("after_kind", Text()), _AFTER_ID)
    found = (
        select(CHANGE.c.version, CHANGE.c.entity.label("kind"), CHANGE.c.entity_id.label("id"), CHANGE.c.at)
        .where(CHANGE.c.user_id == USER, place > after)
        .order_by(*place)
        .limit(_LIMIT + sql("1"))
        .cte("found")
    )

    def latest(row: Columns) -> ColumnElement[bool]:
        later = CHANGE.alias("later")
        same = (later.c.user_id == USER, later.c.entity == row.kind, later.c.entity_id == row.id)
        return not_(some(later, *same, later.c.version > row.version))

    return _page(found, ["version", "kind", "id"], latest)


def _state() -> Statement:
    """Everything behind a place, kind after kind."""
    after_kind = given("after_kind", Integer())

    def rows(number: int, table: Table) -> Any:
        this: ColumnElement[int] = sql(str(number))
        behind = id_of(table) > case((after_kind == this, _AFTER_ID), else_=sql(_NOWHERE))
        columns: tuple[ColumnElement[Any], ...] = (
            this.label("number"),
            sql(f"'{table.name}'").label("kind"),
            id_of(table).label("id"),
            table.c.version,
        )
        return (
            select(*columns)
            .where(table.c.user_id == USER, and_(after_kind <= this, behind))
            .order_by(id_of(table))
            .limit(_LIMIT + sql("1"))
        )

    kinds = (rows(number, table).subquery(f"{table.name}_page") for number, table in enumerate(_TABLES))
    every = union_all(*map(select, kinds)).subquery("every")
    found = select(every).order_by(every.c.number, every.c.id).limit(_LIMIT + sql("1")).cte("found")
    return _page(found, ["number", "id"], always)


CHANGES, STATE = _changes(), _state()
