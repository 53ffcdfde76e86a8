"""How a read schema is read: which expression over a table's columns makes each of its fields.

A field that is a column of the same name needs nothing here; one that is neither fails when the statement is built.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Date, Label, SmallInteger, case, cast, func, type_coerce
from sqlalchemy import literal_column as sql
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from todo_domain.schemas.account import AccountRead
from todo_domain.schemas.base import Output
from todo_domain.schemas.label import LabelRead
from todo_domain.schemas.project import ProjectRead
from todo_domain.schemas.section import SectionRead
from todo_domain.schemas.task import TaskRead
from todo_domain.types import Priority, Status

type Columns = ReadOnlyColumnCollection[str, ColumnElement[Any]]
type Expression = Callable[[Columns], ColumnElement[Any]]


def _status(task: Columns) -> ColumnElement[Any]:
    return case((task.completed_at.is_(None), sql(f"'{Status.OPEN}'")), else_=sql(f"'{Status.COMPLETED}'"))


def _priority(task: Columns) -> ColumnElement[Any]:
    rank = type_coerce(task.priority, SmallInteger)
    return case(*((rank == sql(str(priority.rank)), sql(f"'{priority}'")) for priority in Priority))


def _due(task: Columns) -> ColumnElement[Any]:
    build = func.json_build_object
    kind: ColumnElement[Any] = sql("'kind'")
    day: ColumnElement[Any] = sql("'date'")
    clock: ColumnElement[Any] = sql("'datetime'")
    return case(
        (task.due_kind == sql("'date'"), build(kind, task.due_kind, day, cast(task.due_at, Date))),
        (task.due_kind == sql("'floating'"), build(kind, task.due_kind, clock, task.due_at)),
        (
            task.due_kind == sql("'zoned'"),
            build(kind, task.due_kind, clock, task.due_at, sql("'timezone'"), task.due_timezone),
        ),
    )


READS: Mapping[str, type[Output]] = {
    "account": AccountRead,
    "project": ProjectRead,
    "section": SectionRead,
    "label": LabelRead,
    "task": TaskRead,
}
"""The document of each kind of thing."""

COMPUTED: Mapping[type[Output], Mapping[str, Expression]] = {
    TaskRead: {"status": _status, "priority": _priority, "due": _due},
}


def document_columns(read: type[Output], columns: Columns) -> list[Label[Any]]:
    """The expressions that make a document of `read` out of a row's columns, labelled with the fields' names.

    Raises:
        LookupError: a field of the schema is neither a column nor computed.
    """
    computed = COMPUTED.get(read, {})
    missing = [name for name in read.model_fields if name not in computed and name not in columns]
    if missing:
        raise LookupError(f"{read.__name__} has fields that nothing computes: {', '.join(missing)}")
    return [(computed[name](columns) if name in computed else columns[name]).label(name) for name in read.model_fields]
