"""Exceptions as the log tells of them: what they are and where they come from, and not what they say.

A message may have in it what users wrote: PostgreSQL's DETAIL is the whole row, asyncpg and Pydantic repeat the value.
"""

from collections.abc import Iterator
from traceback import format_tb

import asyncpg


def describe(error: BaseException) -> str:
    """An exception and what caused it, in a line."""
    return ", by ".join(map(_name, _causes(error)))


def traceback_of(error: BaseException) -> str:
    """The traceback as Python prints it, causes first."""
    return "\n".join(_part(each) for each in reversed(list(_causes(error))))


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        yield following
        seen.add(id(following))
        implied = None if following.__suppress_context__ else following.__context__
        following = following.__cause__ or implied


def _part(error: BaseException) -> str:
    members = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    return "\n".join(
        ["Traceback (most recent call last):", "".join(format_tb(error.__traceback__)) + _name(error)]
        + [f"One of them: {traceback_of(member)}" for member in members]
    )


def _name(error: BaseException) -> str:
    """The type, with what the system or the database says of the error in words of its own."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if isinstance(error, asyncpg.PostgresError):
        known = {"SQLSTATE": error.sqlstate, "constraint": error.constraint_name, "table": error.table_name}
        facts = ", ".join(f"{label} {value}" for label, value in known.items() if value)
    else:
        facts = error.strerror if isinstance(error, OSError) and error.strerror else ""
    return f"{name} ({facts})" if facts else name
