"""What a statement costs on one connection: time, and pages of the database."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from todo_api.sql.statement import Statement

_WARMING = 8
"""More than the executions after which PostgreSQL decides whether one plan is good for all arguments."""


@dataclass(frozen=True, slots=True)
class QueryCost:
    """The cost of an execution."""

    milliseconds: float
    """The median, from the call to the row, so with the way to the server and back."""
    buffers: int
    """Pages that were found in PostgreSQL's memory, or had to be read into it."""


async def cost_of(connection: Any, statement: Statement, values: Mapping[str, Any], repeats: int) -> QueryCost:
    """Execute a statement often, as the API does: prepared, with its arguments."""
    arguments = statement.arguments(values)
    prepared = await connection.prepare(statement.sql)
    for _ in range(_WARMING):
        await prepared.fetchrow(*arguments)
    seconds = []
    for _ in range(repeats):
        began = perf_counter()
        await prepared.fetchrow(*arguments)
        seconds.append(perf_counter() - began)
    return QueryCost(1000 * median(seconds), await buffers_of(connection, prepared.get_name(), arguments))


async def buffers_of(connection: Any, name: str, arguments: list[Any]) -> int:
    """By the plan that the prepared statement has settled on, which explaining its text anew would not tell."""
    given = f"({', '.join(map(_literal, arguments))})" if arguments else ""
    explained = await connection.fetchval(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE {name}{given}")
    plan = json.loads(explained)[0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list):
        value = f"{{{', '.join(json.dumps(str(item)) for item in value)}}}"
    text = str(value).replace("'", "''")
    return f"'{text}'"
