"""What PostgreSQL will do for a statement, by its own account: which rows it looks at, and which it adds."""

import json
import re
from collections.abc import Iterator
from typing import Any

import asyncpg

_CONDITIONS = ("Index Cond", "Recheck Cond", "Filter", "TID Cond")

type Plan = dict[str, Any]


async def plan_of(connection: asyncpg.Connection, sql: str, parameters: int) -> Plan:
    """The plan for any arguments, in which they appear as $1, $2 and so on."""
    nothing = ", ".join(["NULL"] * parameters)
    await connection.execute("SET plan_cache_mode = force_generic_plan")
    await connection.execute(f"PREPARE planned AS {sql}")
    try:
        execution = f"planned({nothing})" if parameters else "planned"
        (explained,) = json.loads(await connection.fetchval(f"EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE {execution}"))
        plan: Plan = explained["Plan"]
        return plan
    finally:
        await connection.execute("DEALLOCATE planned")


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
    """Without the parentheses around the whole of it, and with parameters as they are before their cast to text."""
    expression = re.sub(r"\((\$\d+)\)::text", r"\1", expression).removesuffix("::text")
    while expression.startswith("(") and _closing(expression) == len(expression) - 1:
        expression = expression[1:-1]
    return expression


def _closing(expression: str) -> int:
    """Where the parenthesis at the beginning is closed."""
    depth = 0
    for index, character in enumerate(expression):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return index
    return -1
