"""`bench log`, and what every scenario has in common."""

from pathlib import Path

import pytest

from bench.running import measured, typed, values
from todo_bench.cli import app


def test_help_lists_the_scenarios(capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("--help") == 0

    text = capsys.readouterr().out
    commands = ["events", "feed", "growth", "log", "soak", "timing"]
    assert sorted(str(command.name) for command in app.registered_commands) == commands
    assert [name for name in commands if name not in text] == []


def test_the_log_is_told_as_a_ratio(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = measured(tmp_path / "report.json", "log", "--creates", 2, "--repeats", 3)

    ratios = values(report, "ratio")
    assert len(ratios) == 12
    for name in ("to disk: with / without log", "no wait for the disk: with / without stamp, log"):
        assert 0 < ratios[f"{name}, quartile 1"] <= ratios[name] <= ratios[f"{name}, quartile 3"]
    table = capsys.readouterr().out
    assert [figure.name for figure in report.figures if figure.name not in table] == []


def test_a_run_that_takes_too_long_has_no_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.json"

    assert typed("log", "--repeats", 1_000_000, "--limit", 1, "--json", file) == 1

    output = capsys.readouterr()
    assert output.out == ""
    assert output.err == "It had not ended after 1 s (--limit); the run is invalid.\n"
    assert not file.exists()
