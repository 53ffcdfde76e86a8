"""Whether one user may have more of a kind. What is full is told by its name in the plural, and NULL is room."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import CTE, ColumnElement, Integer, Table, case, func, select, update
from sqlalchemy import literal_column as sql

from todo_api.sql.statement import Statement
from todo_api.sql.tables import ACCOUNT, LABEL, PROJECT, SECTION, TASK, USER, given, value
from todo_api.sql.write import SEEN, own


def plural(table: Table) -> str:
    """By which a kind of things is called where they are counted."""
    return f"{table.name}s"


def most(table: Table) -> ColumnElement[int]:
    return given(f"most_{plural(table)}", Integer())


def count_of(table: Table, *criteria: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).select_from(table).where(table.c.user_id == USER, *criteria).scalar_subquery()


TASK_COUNT = value(SEEN, "task_count")
"""How many tasks there are, or NULL where the account does not know.

They are counted by a statement of its own. As a part of the create it would seldom run, but PostgreSQL would take its
cost for the create's: where others have thousands, planning anew each time then seems cheaper than one plan for all.
"""
UNCOUNTED = "uncounted"
"""What `full` says of tasks where their number is not known."""


def is_full(table: Table) -> ColumnElement[bool]:
    if table is TASK:
        return most(TASK) <= TASK_COUNT
    return own(table).with_only_columns(sql("1")).offset(most(table) - sql("1")).exists()


def full(kinds: Mapping[Table, ColumnElement[bool]]) -> ColumnElement[Any]:
    """The first of these kinds of which there cannot be more, or NULL; found out once for the statement."""
    told: list[tuple[ColumnElement[bool], ColumnElement[str]]] = [
        (condition, sql(f"'{plural(table)}'")) for table, condition in kinds.items()
    ]
    if TASK in kinds:
        told.insert(0, (TASK_COUNT.is_(None), sql(f"'{UNCOUNTED}'")))
    first = case(*told)
    found: CTE = select(first.label("kind")).cte("full")
    return value(found, "kind")


_COUNTS: list[ColumnElement[Any]] = [count_of(table).label(plural(table)) for table in (PROJECT, SECTION, LABEL, TASK)]
COUNT_ALL = Statement(select(*_COUNTS))


def _count_tasks() -> Statement:
    """To be run under the account's lock: what it counts stays so until the lock is gone."""
    counted = (
        update(ACCOUNT)
        .where(ACCOUNT.c.user_id == USER)
        .values(task_count=count_of(TASK), counted_version=ACCOUNT.c.version)
        .returning(ACCOUNT.c.task_count)
        .cte("counted")
    )
    return Statement(select(value(counted, "task_count").label("task_count")))


COUNT_TASKS = _count_tasks()
