"""Column types and checks shared by the tables; lengths come from the types, so that no bound is written twice."""

from typing import Any, get_args

from annotated_types import MaxLen, MinLen
from pydantic import StringConstraints
from sqlalchemy import CheckConstraint, Dialect, ForeignKeyConstraint, SmallInteger, Text
from sqlalchemy.types import TypeDecorator

from todo_domain.types import Priority

Key = Text(collation="C")
"""Text compared byte by byte, the same on every server and in Python."""


class PriorityRank(TypeDecorator[Priority]):
    """A priority, stored as its rank so that the database can compare and sort it."""

    impl = SmallInteger
    cache_ok = True

    def process_bind_param(self, value: Priority | None, dialect: Dialect) -> int | None:
        del dialect
        return None if value is None else value.rank

    def process_result_value(self, value: int | None, dialect: Dialect) -> Priority | None:
        del dialect
        return None if value is None else list(Priority)[value]


def length_check(column: str, bound: Any) -> CheckConstraint:
    """The check that holds a text column to the lengths of its domain type."""
    lowest, highest = 0, 0
    for metadata in get_args(bound)[1:]:
        if isinstance(metadata, StringConstraints):
            lowest, highest = metadata.min_length or lowest, metadata.max_length or highest
        elif isinstance(metadata, MinLen):
            lowest = metadata.min_length
        elif isinstance(metadata, MaxLen):
            highest = metadata.max_length
    return CheckConstraint(f"char_length({column}) BETWEEN {lowest} AND {highest}", name=f"{column}_length")


def owner() -> ForeignKeyConstraint:
    """Whose row this is: it goes when the account goes."""
    return ForeignKeyConstraint(["user_id"], ["account.user_id"], name="account", ondelete="CASCADE")


def within(table: str, column: str) -> ForeignKeyConstraint:
    """A reference to another row of the same user; nothing can point at somebody else's."""
    return ForeignKeyConstraint(["user_id", column], [f"{table}.user_id", f"{table}.id"], name=table)
