"""The activity: the statement for a page of it, newest first."""

from functools import cache

from sqlalchemy import BigInteger, Integer, Text, Uuid, func, select, tuple_
from sqlalchemy import literal_column as sql

from todo_api.sql.statement import Statement
from todo_api.sql.tables import CHANGE, TASK, given, value
from todo_api.sql.write import ID, own, some

_PLACE = ("version", "entity", "entity_id")
_SHOWN = ("op", "at", "client", "before", "after")


_LIMIT = given("limit", Integer())


@cache
def list_activity(*, of_task: bool, after: bool) -> Statement:
    """The rows of the log behind a place, or the newest, as a JSON array; the last place if more follow.

    Of one task only, if it is there: `found` says so.
    """
    place = tuple_(*(CHANGE.c[name] for name in _PLACE))
    rows = own(CHANGE).with_only_columns(*(CHANGE.c[name] for name in (*_PLACE, *_SHOWN)))
    if of_task:
        rows = rows.where(CHANGE.c.entity == sql("'task'"), CHANGE.c.entity_id == ID)
    if after:
        there = tuple_(given("after_version", BigInteger()), given("after_kind", Text()), given("after_id", Uuid()))
        rows = rows.where(place < there)
    page = rows.order_by(*(CHANGE.c[name].desc() for name in _PLACE)).limit(_LIMIT + sql("1")).cte("page")
    newest_first = [page.c[name].desc() for name in _PLACE]
    names = {"version": "change_id", "entity": "kind", "entity_id": "id"}
    items = (
        select(*(page.c[name].label(names.get(name, name)) for name in (*_PLACE, *_SHOWN)))
        .order_by(*newest_first)
        .limit(_LIMIT)
        .subquery("items")
    )
    last = select(page).order_by(*newest_first).offset(_LIMIT - sql("1")).limit(sql("1")).cte("last")
    found = some(own(TASK, TASK.c.id == ID).cte("task_found")) if of_task else sql("true")
    return Statement(
        select(
            select(func.coalesce(func.json_agg(items.table_valued()), sql("'[]'")))
            .select_from(items)
            .scalar_subquery()
            .label("items"),
            (select(func.count()).select_from(page).scalar_subquery() > _LIMIT).label("more"),
            *(value(last, name).label(f"last_{name}") for name in _PLACE),
            found.label("found"),
        )
    )
