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
    cast,
    column,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by, array

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


def task_labels(bumped: CTE) -> tuple[ColumnElement[Any], Sequence[CTE]]:
    """The labels given to a task, as their names are written on the labels; those that are new are made.

    Takes three arrays of one length: the names as given, their keys, and an id for each.
    """
    given = (
        select(
            func.unnest(_array("label_names", Text), _array("label_keys", Key), _array("label_ids", Uuid))
            .table_valued(column("name", Text), column("key", Key), column("id", Uuid), with_ordinality="ordinal")
            .render_derived()
        )
    ).cte("given")
    known = and_(LABEL.c.user_id == USER, LABEL.c.key == given.c.key)
    row = {
        "user_id": USER,
        "id": given.c.id,
        "version": value(bumped, "version"),
        "created_at": NOW,
        "updated_at": NOW,
        "name": given.c.name,
        "key": given.c.key,
        "position": appended(value(bumped, "version"), cast(given.c.ordinal, Integer)),
    }
    made = (
        insert(LABEL)
        .from_select(list(row), select(*row.values()).where(some(bumped), ~some(LABEL, known)), include_defaults=False)
        .returning(*LABEL.c)
        .cte("labels_made")
    )
    names = select(
        func.coalesce(
            func.array_agg(aggregate_order_by(func.coalesce(LABEL.c.name, given.c.name), given.c.ordinal)),
            cast(array([]), ARRAY(Text)),
        )
    ).select_from(given.outerjoin(LABEL, known))
    return names.scalar_subquery(), [log_created(LABEL, made, value(bumped, "version"))]


READ_LABEL = read_one(LABEL, LabelRead)
CREATE_LABEL = create(LABEL, LabelRead, _row)
PATCH_LABEL = write(LABEL, LabelRead, _patched)
REMOVE_LABEL = write(LABEL, LabelRead, _removed)
