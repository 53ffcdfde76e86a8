"""The `bench` command as it is typed, only with much less to measure."""

import signal
import sys
from pathlib import Path

import pytest

from todo_bench.cli import main
from todo_bench.report import Report


def typed(*arguments: object) -> int:
    """Run a command in this process and give back its exit status."""
    terminated = signal.getsignal(signal.SIGTERM)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["bench", *map(str, arguments)])
        try:
            with pytest.raises(SystemExit) as ended:
                main()
        finally:
            signal.signal(signal.SIGTERM, terminated)
    return int(ended.value.code or 0)


def measured(file: Path, *arguments: object) -> Report:
    """The report of a run that has to succeed."""
    assert typed(*arguments, "--json", file) == 0
    return Report.model_validate_json(file.read_text())


def values(report: Report, unit: str) -> dict[str, float]:
    """The figures of a unit that every system tells."""
    return {figure.name: figure.value for figure in report.figures if figure.unit == unit and figure.value is not None}
