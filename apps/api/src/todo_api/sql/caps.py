"""Whether one user may have more of a kind. What is full is told by its name in the plural, and NULL is room."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import CTE, ColumnElement, Integer, Table, case, func, select
from sqlalchemy import literal_column as sql

from todo_api.sql.statement import Statement
from todo_api.sql.tables import LABEL, PROJECT, SECTION, TASK, USER, given, value
from todo_api.sql.write import SEEN, own


def most(table: Table) -> ColumnElement[int]:
    return given(f"most_{table.name}s", Integer())


def count_of(table: Table) -> ColumnElement[int]:
    return select(func.count()).select_from(table).where(table.c.user_id == USER).scalar_subquery()


TASK_COUNT: ColumnElement[int] = value(
    select(func.coalesce(SEEN.c.task_count, count_of(TASK)).label("task_count")).select_from(SEEN).cte("held"),
    "task_count",
)
"""How many tasks there are. They are counted only where the account does not know: there may be tens of thousands."""


def is_full(table: Table) -> ColumnElement[bool]:
    if table is TASK:
        return most(TASK) <= TASK_COUNT
    return own(table).with_only_columns(sql("1")).offset(most(table) - sql("1")).exists()


def full(kinds: Mapping[Table, ColumnElement[bool]]) -> ColumnElement[Any]:
    """The first of these kinds of which there cannot be more, or NULL; found out once for the statement."""
    first = case(*((condition, sql(f"'{table.name}s'")) for table, condition in kinds.items()))
    found: CTE = select(first.label("kind")).cte("full")
    return value(found, "kind")


_COUNTS: list[ColumnElement[Any]] = [
    count_of(table).label(f"{table.name}s") for table in (PROJECT, SECTION, LABEL, TASK)
]
COUNT_ALL = Statement(select(*_COUNTS))
