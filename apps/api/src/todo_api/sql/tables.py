"""The tables, and the arguments that every write has."""

from typing import Any

from sqlalchemy import ColumnElement, DateTime, FromClause, ScalarSelect, Table, Text, bindparam, literal_column, select

from todo_domain import Account, Change, Label, Project, Section, Task
from todo_domain.documents import Columns
from todo_domain.models import Answer, Entity
from todo_domain.models.columns import Key


def table_of(entity: type[Entity]) -> Table:
    return entity.metadata.tables[str(entity.__tablename__)]


ACCOUNT, CHANGE, ANSWER = table_of(Account), table_of(Change), table_of(Answer)
PROJECT, SECTION, LABEL, TASK = table_of(Project), table_of(Section), table_of(Label), table_of(Task)


def given(name: str, type_: Any) -> ColumnElement[Any]:
    """An argument of the statement."""
    return bindparam(name, type_=type_, required=True)


USER: ColumnElement[str] = given("user_id", Key)
NOW = given("now", DateTime(timezone=True))
CLIENT = given("client", Text())
"""What the client calls itself, or NULL."""


def id_of(rows: FromClause) -> ColumnElement[Any]:
    """What tells the rows of one user apart; an account is told by its inbox."""
    return rows.c.id if "id" in rows.c else rows.c.inbox_id


def of_kind(rows: Columns, table: Table) -> ColumnElement[bool]:
    """Rows of the log that are about this table's things."""
    return rows.entity == literal_column(f"'{table.name}'")


def value(rows: FromClause, column: str) -> ScalarSelect[Any]:
    """The column of the one row, or NULL where there is none."""
    return select(rows.c[column]).scalar_subquery()
