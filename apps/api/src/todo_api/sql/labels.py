"""Labels: statements; what happens to a label happens to its name on every task."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    CTE,
    ColumnElement,
    Integer,
    Text,
    Uuid,
    and_,
    case,
    cast,
    column,
    func,
    insert,
    select,
)
from sqlalchemy import literal_column as sql
from sqlalchemy.dialects.postgresql import aggregate_order_by, array

from todo_api.sql.caps import count_of, most
from todo_api.sql.create import Row, bound, create
from todo_api.sql.log import log_created
from todo_api.sql.patch import flag, patched
from todo_api.sql.read import read_one
from todo_api.sql.tables import LABEL, NOW, TASK, USER, given, value
from todo_api.sql.write import ID, change_rows, own, remove_rows, some, write
from todo_domain import LabelRead
from todo_domain.models.columns import Key
from todo_domain.ordering import appended

_BEFORE = own(LABEL, LABEL.c.id == ID).cte("label_before")


def _row(bumped: CTE) -> tuple[Row, Sequence[CTE]]:
    del bumped
    return bound(LABEL, "name", "key", "color"), ()


def _patched(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
    columns = patched(LABEL, {"name": ["name", "key"], "color": ["color"]})
    written, logged = change_rows(LABEL, bumped, "updated", columns, LABEL.c.id == ID)
    old, new = value(_BEFORE, "name"), value(written, "name")
    _, tasks = change_rows(
        TASK,
        bumped,
        "updated",
        {"labels": func.array_replace(TASK.c.labels, old, new)},
        flag("name"),
        old != new,
        TASK.c.labels.contains(array([old])),
        name="tasks",
    )
    return written, [logged, tasks]


def _removed(bumped: CTE) -> tuple[CTE, Sequence[CTE]]:
    removed, logged = remove_rows(LABEL, bumped, LABEL.c.id == ID)
    name = value(_BEFORE, "name")
    _, tasks = change_rows(
        TASK,
        bumped,
        "updated",
        {"labels": func.array_remove(TASK.c.labels, name)},
        TASK.c.labels.contains(array([name])),
        name="tasks",
    )
    return removed, [logged, tasks]


def _array(name: str, type_: Any) -> ColumnElement[Any]:
    return given(name, ARRAY(type_))


_GIVEN = (
    select(
        func.unnest(_array("label_names", Text), _array("label_keys", Key), _array("label_ids", Uuid))
        .table_valued(column("name", Text), column("key", Key), column("id", Uuid), with_ordinality="ordinal")
        .render_derived()
    )
).cte("given")
"""The labels given to a task, as three arrays of one length: the names as given, their keys, and an id for each."""
_KNOWN = and_(LABEL.c.user_id == USER, LABEL.c.key == _GIVEN.c.key)
_NEW = value(
    select(func.count().label("count")).select_from(_GIVEN).where(~some(LABEL, _KNOWN)).cte("new_labels"), "count"
)
LABELS_FULL = case((sql("0") < _NEW, count_of(LABEL) + _NEW > most(LABEL)), else_=sql("false"))
"""Whether there is no room for those that are new. They are counted only where some are."""


def task_labels(bumped: CTE) -> tuple[ColumnElement[Any], Sequence[CTE]]:
    """The labels given to a task, as their names are written on the labels; those that are new are made."""
    row = {
        "user_id": USER,
        "id": _GIVEN.c.id,
        "version": value(bumped, "version"),
        "created_at": NOW,
        "updated_at": NOW,
        "name": _GIVEN.c.name,
        "key": _GIVEN.c.key,
        "position": appended(value(bumped, "version"), cast(_GIVEN.c.ordinal, Integer)),
    }
    made = (
        insert(LABEL)
        .from_select(list(row), select(*row.values()).where(some(bumped), ~some(LABEL, _KNOWN)), include_defaults=False)
        .returning(*LABEL.c)
        .cte("labels_made")
    )
    names = select(
        func.coalesce(
            func.array_agg(aggregate_order_by(func.coalesce(LABEL.c.name, _GIVEN.c.name), _GIVEN.c.ordinal)),
            cast(array([]), ARRAY(Text)),
        )
    ).select_from(_GIVEN.outerjoin(LABEL, _KNOWN))
    return names.scalar_subquery(), [log_created(LABEL, made, value(bumped, "version"))]


READ_LABEL = read_one(LABEL, LabelRead)
CREATE_LABEL = create(LABEL, LabelRead, _row)
PATCH_LABEL = write(LABEL, LabelRead, _patched)
REMOVE_LABEL = write(LABEL, LabelRead, _removed)
