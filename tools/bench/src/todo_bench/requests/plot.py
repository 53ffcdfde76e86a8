"""The rates as a picture: a small chart for each scenario, everybody in the same order in all of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from todo_bench.requests.database_alone import DatabaseAlone
from todo_bench.requests.result import API, Comparison, Summary

_INCHES, _DOTS_PER_INCH = (16, 9), 100
_COLUMNS = 4
"""At most."""
_EDGES = {"left": 0.16, "right": 0.98, "top": 0.81, "bottom": 0.05, "wspace": 0.14, "hspace": 0.26}
_PAPER, _INK, _PALE_INK = "#fbfaf7", "#2b2b2b", "#76726b"
_OURS, _THEIRS = "#2f6f73", "#d3cec4"
_BAR = 0.68
_ROOM = 1.65
"""How much longer than the longest bar an axis is, for what is written beside it."""
_PREFERRED = 100
_TIMES = "\N{MULTIPLICATION SIGN}"
_TITLES = {
    "get": "get one task",
    "list": "list 50 tasks",
    "unchanged": "list 50 tasks, unchanged",
    "create": "create a task",
    "patch": "patch a task",
    "complete": "complete a task",
    "mixed": "mixed, as people use it",
}
_STYLE: dict[Any, Any] = {"font.family": "DejaVu Sans", "font.size": 11, "text.color": _INK}


def draw(comparison: Comparison, file: Path) -> None:
    """As a PNG of 1600 by 900, for one number of connections: 100, unless that was not measured.

    The database alone is not in it: a chart that is long enough for it would have nothing else to show.
    """
    asked = comparison.asked
    connections = _PREFERRED if _PREFERRED in asked.connections else asked.connections[0]
    names = [name for name in comparison.titles if name != DatabaseAlone.name]
    with rc_context(_STYLE):
        figure = Figure(figsize=_INCHES, dpi=_DOTS_PER_INCH, facecolor=_PAPER)
        figure.subplots_adjust(**_EDGES)
        columns = min(_COLUMNS, len(asked.scenarios))
        places = figure.subplots(-(-len(asked.scenarios) // columns), columns, squeeze=False).flat
        for number, scenario in enumerate(asked.scenarios):
            axes = next(places)
            found = {name: comparison.summary(name, scenario, connections) for name in names}
            _draw_scenario(axes, scenario, found)
            axes.set_yticks(range(len(names)), [""] * len(names))
            if number % columns == 0:
                _name_rows(axes, [comparison.titles[name] for name in names], names)
        for axes in places:
            axes.set_axis_off()
        _write_title(figure, comparison, connections)
        figure.savefig(file, format="png", facecolor=_PAPER)


def _draw_scenario(axes: Axes, scenario: str, found: Mapping[str, Summary | None]) -> None:
    longest = max((each.rate for each in found.values() if each is not None), default=1.0)
    for place, (name, summary) in enumerate(found.items()):
        if summary is not None:
            color = _OURS if name == API else _THEIRS
            axes.barh(place, summary.rate, height=_BAR, color=color)
            weight = "bold" if name == API else "normal"
            beside = summary.rate + longest * 0.025
            axes.text(beside, place, f"{summary.rate:,.0f}", va="center", color=_INK, fontweight=weight)
            ratio = "" if summary.ratio is None else _times(summary.ratio.median)
            axes.text(longest * _ROOM, place, ratio, va="center", ha="right", color=_OURS, fontweight="bold")
    axes.set_title(_TITLES[scenario], loc="left", fontsize=12.5, fontweight="bold", color=_INK)
    axes.set_xlim(0, longest * _ROOM)
    axes.set_ylim(len(found) - 0.4, -0.6)
    axes.set_xticks([])
    axes.tick_params(length=0)
    axes.set_facecolor(_PAPER)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.spines["left"].set_color(_PALE_INK)


def _name_rows(axes: Axes, titles: list[str], names: list[str]) -> None:
    axes.set_yticklabels(titles, color=_INK)
    for label, name in zip(axes.get_yticklabels(), names, strict=True):
        if name == API:
            label.set(color=_OURS, fontweight="bold")


def _times(ratio: float) -> str:
    return f"{ratio:.1f}{_TIMES}" if ratio >= 1 else f"{ratio:.2f}{_TIMES}"


def _write_title(figure: Figure, comparison: Comparison, connections: int) -> None:
    asked, machine = comparison.asked, comparison.machine
    title = f"Requests a second, {connections} connections, {machine['cores']} cores"
    figure.text(0.02, 0.93, title, fontsize=22, fontweight="bold")
    ratios = f"Coloured: how many times as many this API answers, in the same run; 2.0{_TIMES} is twice as many."
    servers = "One process for each server, with a pool of 10."
    rows = f"{asked.users:,} users with {asked.tasks:,} tasks each."
    system = f"{machine['system']}, Python {machine['python']}, PostgreSQL {machine['postgresql']};"
    text = f"{ratios} {servers}\n{rows} {system} the load and the database are on the same cores."
    figure.text(0.02, 0.915, text, color=_PALE_INK, va="top", linespacing=1.5)
