"""`bench growth`: what one user's queries cost when the tables grow, by other people's rows and by their own."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import asyncpg
from rich.console import Console
from rich.table import Table

from todo_api.database_url import parse_database_url
from todo_api.queries import FEED_DEFAULT, PAGE_DEFAULT
from todo_api.sql.feed import CHANGES, STATE
from todo_api.sql.lists import list_tasks
from todo_api.sql.statement import Statement
from todo_bench.filling import ABSENT_WORD, BYTES_A_TASK, RARE_WORD, fill, parts_of, settle
from todo_bench.progress import Steps
from todo_bench.query_cost import QueryCost, cost_of
from todo_bench.refusal import Refusal
from todo_bench.report import Figure, Report

SIZES = (1_000, 1_000_000, 5_000_000)
FEW, MANY = 500, 100_000
"""Tasks of a user who is measured. Everybody else has as many as the first one."""
_LIVE = frozenset({"live"})
_BEFORE = 400
_NOWHERE = UUID(int=0)

_SETTINGS = "SET statement_timeout = 0; SET synchronous_commit = off"
_ROW = "SELECT position, id FROM task WHERE user_id = $1 AND deleted_at IS NULL ORDER BY position, id OFFSET $2 LIMIT 1"

type Query = tuple[str, Statement, Mapping[str, Any]]


class Measurement(Figure):
    """A figure of one query, for a user with so many tasks, among so many of everybody."""

    query: str
    tasks: int
    rows: int


class Growth(Report):
    """A report whose table has a column for each size."""

    figures: Sequence[Measurement]

    def print(self) -> None:
        sizes = list(dict.fromkeys(figure.rows for figure in self.figures))
        table = Table("query", "own tasks", title="milliseconds / buffers, by the tasks of everybody")
        for size in sizes:
            table.add_column(f"{size:,}", justify="right", no_wrap=True)
        for query, tasks in dict.fromkeys((figure.query, figure.tasks) for figure in self.figures):
            table.add_row(query, f"{tasks:,}", *(self._cell(query, tasks, size) for size in sizes))
        Console().print(table)

    def _cell(self, query: str, tasks: int, rows: int) -> str:
        asked = (query, tasks, rows)
        figures = {each.unit: each.value for each in self.figures if (each.query, each.tasks, each.rows) == asked}
        return f"{figures['ms']:.2f} / {figures['buffers']:,.0f}" if figures else ""


def check_space(rows: int) -> None:
    """Raise Refusal if the database would not fit on the disk."""
    needed, free = rows * BYTES_A_TASK, shutil.disk_usage(tempfile.gettempdir()).free
    if free < needed:
        raise Refusal(
            f"{rows:,} rows need {_gibibytes(needed)} in {tempfile.gettempdir()}, where {_gibibytes(free)} are free;"
            " ask for fewer with --rows, or set TMPDIR to a folder on a larger disk."
        )


async def measure(database_url: str, sizes: Sequence[int], repeats: int, steps: Steps) -> Growth:
    """Let a database grow from size to size, and measure new users among the rows that were added last."""
    connection = await asyncpg.connect(**parse_database_url(database_url).connect_arguments())
    try:
        await connection.execute(_SETTINGS)
        figures: list[Measurement] = []
        rows = 0
        for size in sorted(set(sizes)):
            owners = owners_of(size, size - rows)
            await fill(connection, owners, steps.begin(f"Growing to {size:,} rows", parts_of(size - rows)))
            await settle(connection)
            rows = size
            measured = {tasks: user_id for user_id, tasks in reversed(owners.items()) if tasks in {FEW, MANY}}
            done = steps.begin(f"Measuring at {size:,} rows")
            for tasks, user_id in sorted(measured.items()):
                for query, statement, values in await _queries(connection, user_id, tasks):
                    cost = await cost_of(connection, statement, {"user_id": user_id, **values}, repeats)
                    figures += _figures(query, tasks, size, cost)
                    done()
    finally:
        await connection.close()
    return Growth.of("growth", {"repeats": repeats}, figures)


def owners_of(size: int, more: int) -> dict[str, int]:
    """Whose the rows are by which the table grows to this size: one user's many, if they are not the most of it."""
    many = MANY if more > 2 * MANY else 0
    others, rest = divmod(more - many, FEW)
    owners = {f"{size}-{number}": FEW for number in range(others)}
    return owners | ({f"{size}-many": many} if many else {}) | ({f"{size}-rest": rest} if rest else {})


async def _queries(connection: Any, user_id: str, tasks: int) -> list[Query]:
    def listed(*also: str, after: bool = False) -> Statement:
        return list_tasks(_LIVE.union(also), "order", descending=False, after=after)

    first = {"limit": PAGE_DEFAULT, "known": None}
    place = await connection.fetchrow(_ROW, user_id, _BEFORE)
    return [
        ("first page", listed(), first),
        (
            f"page after {_BEFORE}",
            listed(after=True),
            {**first, "after_key": place["position"], "after_id": place["id"]},
        ),
        ("search, 1 in 50 has it", listed("text"), {**first, "text": f"%{RARE_WORD}%"}),
        ("search, none has it", listed("text"), {**first, "text": f"%{ABSENT_WORD}%"}),
        ("feed, first page", STATE, {"after_kind": 0, "after_id": _NOWHERE, "limit": FEED_DEFAULT}),
        (
            "feed, early cursor",
            CHANGES,
            {"after_version": tasks // 10, "after_kind": "", "after_id": _NOWHERE, "limit": FEED_DEFAULT},
        ),
    ]


def _figures(query: str, tasks: int, rows: int, cost: QueryCost) -> list[Measurement]:
    return [
        Measurement(name=f"{query}: {tasks:,} of {rows:,}", value=value, unit=unit, query=query, tasks=tasks, rows=rows)
        for value, unit in ((cost.milliseconds, "ms"), (cost.buffers, "buffers"))
    ]


def _gibibytes(size: int) -> str:
    return f"{size / 2**30:.1f} GiB"
