"""Where the database's schema stands; told without Alembic, which a process that only serves has no use for."""

from functools import cache
from importlib.resources import files
from typing import Any

import asyncpg


@cache
def head() -> str:
    """The newest revision that this code knows: the number that the last step's file begins with."""
    steps = (files("todo_api") / "migrations" / "versions").iterdir()
    return max(step.name.partition("_")[0] for step in steps if step.name[0].isdecimal())


async def revision_of(connection: Any) -> str | None:
    """The revision that a database says it is at, by a connection of asyncpg's; None if it was never migrated."""
    try:
        revision: str | None = await connection.fetchval("SELECT version_num FROM alembic_version")
    except asyncpg.UndefinedTableError:
        return None
    return revision
