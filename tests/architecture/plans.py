"""What PostgreSQL will do for a statement, by its own account: which rows it looks at, and which it adds."""

import json
import re
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

_CONDITIONS = ("Index Cond", "Recheck Cond", "Filter", "TID Cond")
_SAMPLES = {
    "bigint[]": "{1}",
    "boolean": "true",
    "bytea": "",
    "date": "2026-12-24",
    "jsonb": "{}",
    "text[]": "{errand}",
    "timestamp with time zone": "2026-12-24T18:00:00Z",
    "timestamp without time zone": "2026-12-24T18:00:00",
    "uuid": "019a9d2e-6f00-7fff-8000-5b1c7d3e9f42",
    "uuid[]": "{019a9d2e-6f00-7fff-8000-5b1c7d3e9f42}",
}
"""A value of each type; the others take a 3."""

type Plan = dict[str, Any]


async def plan_of(connection: asyncpg.Connection, sql: str, parameters: int) -> Plan:
    """The plan for any arguments, in which they appear as $1, $2 and so on."""
    async with _prepared(connection, sql):
        return await _explained(connection, "force_generic_plan", ["NULL"] * parameters)


async def plan_for(connection: asyncpg.Connection, sql: str, parameters: list[str], user_id: str) -> Plan:
    """The plan for this user, and for other arguments that are something; it knows how much there is of each."""
    async with _prepared(connection, sql):
        types = await connection.fetchval(
            "SELECT parameter_types::text[] FROM pg_prepared_statements WHERE name = 'planned'"
        )
        some = {"user_id": user_id}
        arguments = [some.get(name, _SAMPLES.get(kind, "3")) for name, kind in zip(parameters, types, strict=True)]
        return await _explained(connection, "force_custom_plan", [f"'{argument}'" for argument in arguments])


@asynccontextmanager
async def _prepared(connection: asyncpg.Connection, sql: str) -> AsyncIterator[None]:
    await connection.execute(f"PREPARE planned AS {sql}")
    try:
        yield
    finally:
        await connection.execute("DEALLOCATE planned")


async def _explained(connection: asyncpg.Connection, mode: str, arguments: list[str]) -> Plan:
    execution = f"planned({', '.join(arguments)})" if arguments else "planned"
    await connection.execute(f"SET plan_cache_mode = {mode}")
    (explained,) = json.loads(await connection.fetchval(f"EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE {execution}"))
    plan: Plan = explained["Plan"]
    return plan


def nodes(plan: Plan) -> Iterator[Plan]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)


def unbound(plan: Plan, tables: dict[str, list[str]], user: str) -> list[str]:
    """The accesses to these tables (name, columns) that are not tied to the parameter that is the user."""
    found = []
    for node in nodes(plan):
        table = node.get("Relation Name")
        if table not in tables:
            continue
        if node["Node Type"] != "ModifyTable":
            if not any(
                f"user_id = {user}" in _conjuncts(node[kind], node["Alias"]) for kind in _CONDITIONS if kind in node
            ):
                found.append(f"{node['Node Type']} on {table}: {[node.get(kind) for kind in _CONDITIONS]}")
        elif node["Operation"] == "Insert":
            (source,) = (part for part in node["Plans"] if part["Parent Relationship"] == "Outer")
            value = source["Output"][tables[table].index("user_id")]
            if _bare(value) != user:
                found.append(f"Insert into {table}: {value}")
    return found


def unindexed(plan: Plan, tables: Collection[str], user: str) -> list[str]:
    """The accesses to these tables that go through more of a table, or of an index, than what is this user's."""
    return [
        f"{node['Node Type']} on {node['Relation Name']}: {[node.get(kind) for kind in _CONDITIONS]}"
        for node in nodes(plan)
        if node.get("Relation Name") in tables
        and node["Node Type"] != "ModifyTable"
        and not _is_looked_up(node, node["Alias"], user)
    ]


def _is_looked_up(node: Plan, alias: str, user: str) -> bool:
    parts = [part for part in node.get("Plans", ()) if part["Node Type"].startswith("Bitmap")]
    match node["Node Type"]:
        case "Bitmap Heap Scan" | "BitmapOr":
            return all(_is_looked_up(part, alias, user) for part in parts)
        case "BitmapAnd":
            return any(_is_looked_up(part, alias, user) for part in parts)
    return f"user_id = {user}" in _conjuncts(node.get("Index Cond", ""), alias)


def _conjuncts(condition: str, alias: str) -> set[str]:
    """The parts of a condition that all have to hold."""
    condition = _bare(condition).replace(f"{alias}.", "")
    depth, start, parts = 0, 0, []
    for index, character in enumerate(condition):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0 and condition.startswith(" OR ", index):
            return set()
        if depth == 0 and condition.startswith(" AND ", index):
            parts.append(condition[start:index])
            start = index + len(" AND ")
    return {_bare(part) for part in [*parts, condition[start:]]}


def _bare(expression: str) -> str:
    """Without the parentheses around the whole of it, and with arguments as they are before their cast to text."""
    while expression.startswith("(") and _closing(expression) == len(expression) - 1:
        expression = expression[1:-1]
    expression = expression.removesuffix(' COLLATE "C"')
    return re.sub(r"\((\$\d+)\)::text", r"\1", expression).removesuffix("::text")


def _closing(expression: str) -> int:
    """Where the parenthesis at the beginning is closed."""
    depth = 0
    for index, character in enumerate(expression):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return index
    return -1
