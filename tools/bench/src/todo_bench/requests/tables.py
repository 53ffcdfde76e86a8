"""A comparison for whoever sits at the terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from todo_bench.report import written
from todo_bench.requests.result import Comparison, Summary

_NARROWEST = 140
"""Columns that the tables need; a terminal that has fewer breaks them, and a file has as many as one likes."""


def print_tables(comparison: Comparison) -> None:
    console = Console()
    if not console.is_terminal:
        console = Console(width=max(console.width, _NARROWEST))
    for connections in comparison.asked.connections:
        console.print(_rates(comparison, connections))
        console.print(_costs(comparison, connections))


def _rates(comparison: Comparison, connections: int) -> Table:
    table = Table(
        title=f"{connections} connections: requests a second, and how many times that the API answers (least to most)",
        show_lines=True,
    )
    table.add_column("")
    for scenario in comparison.asked.scenarios:
        table.add_column(scenario, justify="right")
    for name, title in comparison.titles.items():
        found = [comparison.summary(name, scenario, connections) for scenario in comparison.asked.scenarios]
        table.add_row(title, *("" if each is None else _rate(each) for each in found))
    return table


def _rate(summary: Summary) -> str:
    rate = written(summary.rate)
    ratio = summary.ratio
    return rate if ratio is None else f"{rate}\n{ratio.median:.2f}x ({ratio.least:.2f} to {ratio.most:.2f})"


def _costs(comparison: Comparison, connections: int) -> Table:
    table = Table(title=f"{connections} connections: delays (ms), processor time (ms a request), memory (MiB)")
    table.add_column("")
    table.add_column("")
    for name in ("p50", "p95", "p99", "server", "database", "memory"):
        table.add_column(name, justify="right")
    for scenario in comparison.asked.scenarios:
        table.add_section()
        for title, summary in _of_scenario(comparison, scenario, connections):
            memory = None if summary.memory is None else summary.memory / 1024**2
            delays = (summary.p50, summary.p95, summary.p99)
            costs = (summary.server_cpu, summary.database_cpu, memory)
            figures = [*map(written, delays), *("" if cost is None else written(cost) for cost in costs)]
            table.add_row(scenario, title, *figures)
    return table


def _of_scenario(comparison: Comparison, scenario: str, connections: int) -> Iterator[tuple[str, Summary]]:
    for name, title in comparison.titles.items():
        summary = comparison.summary(name, scenario, connections)
        if summary is not None:
            yield title, summary
