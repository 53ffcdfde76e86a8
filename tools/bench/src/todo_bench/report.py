"""What a run has found: figures, as a table for people and as JSON for programs."""

import math
import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict
from rich.console import Console
from rich.table import Table

from todo_api.embedded import major_version

_LARGE = 1000


class Figure(BaseModel):
    """One number. None stands for what this system does not tell."""

    model_config = ConfigDict(frozen=True)

    name: str
    value: float | None
    unit: str


class Report(BaseModel):
    """A scenario's figures, what it was asked to do, and on what."""

    model_config = ConfigDict(frozen=True)

    scenario: str
    asked: Mapping[str, float]
    machine: Mapping[str, str | int]
    figures: Sequence[Figure]

    @classmethod
    def of(cls, scenario: str, asked: Mapping[str, float], figures: Sequence[Figure]) -> Self:
        """A report of a run on this machine."""
        return cls(scenario=scenario, asked=asked, machine=this_machine(), figures=figures)

    def print(self) -> None:
        table = Table("figure", title=", ".join(f"{name} {value:g}" for name, value in self.asked.items()))
        table.add_column("value", justify="right")
        table.add_column("unit")
        for figure in self.figures:
            table.add_row(figure.name, written(figure.value), figure.unit)
        Console().print(table)

    def write(self, file: Path) -> None:
        file.write_text(f"{self.model_dump_json(indent=2)}\n")


def this_machine() -> Mapping[str, str | int]:
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count() or 0,
        "python": platform.python_version(),
        "postgresql": major_version(),
    }


def written(value: float | None) -> str:
    """With three digits that say something, or all of a large number's."""
    if value is None:
        return "not known"
    return f"{value:,.0f}" if abs(value) >= _LARGE else f"{value:.3g}"


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest of the values that so many percent of them do not exceed (the nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def distribution(name: str, values: Sequence[float], unit: str) -> list[Figure]:
    """The median and the 99th percentile."""
    return [
        Figure(name=f"{name}, median", value=percentile(values, 50), unit=unit),
        Figure(name=f"{name}, p99", value=percentile(values, 99), unit=unit),
    ]
