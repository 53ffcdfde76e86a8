"""`bench`: each scenario measures what it says, whatever the figures are, and a run that went wrong has none."""

from pathlib import Path

import pytest

from bench.running import bench
from todo_bench.cli import app
from todo_bench.report import Report

SCENARIOS = sorted(str(command.name) for command in app.registered_commands)


def measured(file: Path, *arguments: object) -> Report:
    """The report of a run that has to succeed; its table has a line for each figure."""
    done = bench(*arguments, "--json", file)
    assert done.returncode == 0, done.stderr
    report = Report.model_validate_json(file.read_text())
    assert [figure.name for figure in report.figures if figure.name not in done.stdout] == []
    assert len({figure.name for figure in report.figures}) == len(report.figures)
    return report


def values(report: Report, unit: str) -> dict[str, float]:
    """The figures of a unit that every system tells."""
    return {figure.name: figure.value for figure in report.figures if figure.unit == unit and figure.value is not None}


def test_help_lists_the_scenarios() -> None:
    done = bench("--help")

    assert done.returncode == 0
    assert SCENARIOS == ["events", "feed", "log"]
    assert [name for name in SCENARIOS if name not in done.stdout] == []


def test_every_stream_is_told_what_is_written_to_its_user(tmp_path: Path) -> None:
    report = measured(tmp_path / "report.json", "events", "--idle", 5, "--busy", 3, "--writers", 2, "--seconds", 0)

    assert report.asked == {"idle": 5, "busy": 3, "writers": 2, "seconds": 0}
    assert values(report, "events") == {"idle: events": 5, "busy: events": 3}
    delays = values(report, "ms")
    assert all(delays[name] > 0 for name in delays if "from commit" in name)
    assert [name.partition(",")[0] for name in delays][::2] == [
        f"{kind}: from {start} to event" for kind in ("idle", "busy") for start in ("commit", "answer")
    ]
    assert [figure.name for figure in report.figures if figure.unit == "KiB"] == ["memory for a stream"]


def test_the_feed_is_read_from_end_to_end(tmp_path: Path) -> None:
    report = measured(tmp_path / "report.json", "feed", "--changes", 150, "--page", 20, "--repeats", 1)

    rates = {**values(report, "changes/s"), **values(report, "pages/s")}
    assert sorted(rates) == ["log: changes", "log: pages", "state: changes", "state: pages"]
    # 150 tasks and the inbox and account that were there before: 8 pages of 20 each way.
    assert rates["log: changes"] == pytest.approx(rates["log: pages"] * 150 / 8)
    assert rates["state: changes"] == pytest.approx(rates["state: pages"] * 152 / 8)


def test_the_log_is_told_as_a_ratio(tmp_path: Path) -> None:
    report = measured(tmp_path / "report.json", "log", "--creates", 2, "--repeats", 3)

    ratios = values(report, "ratio")
    assert len(ratios) == 12
    for name in ("to disk: with / without log", "no wait for the disk: with / without stamp, log"):
        low, middle, high = ratios[f"{name}, quartile 1"], ratios[name], ratios[f"{name}, quartile 3"]
        assert 0 < low <= middle <= high


def test_an_answer_that_is_no_success_makes_the_run_invalid(tmp_path: Path) -> None:
    done = bench("feed", "--changes", 1, "--page", 1_000_000, "--json", tmp_path / "report.json")

    assert done.returncode == 1
    assert done.stderr == "The API answered 422 to GET /v1/changes; the run is invalid.\n"
    assert done.stdout == ""
    assert not (tmp_path / "report.json").exists()


def test_a_run_that_takes_too_long_is_given_up() -> None:
    done = bench("log", "--creates", 1_000_000, "--limit", 1)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "It had not ended after 1 s (--limit); the run is invalid.\n"


def test_more_streams_than_files_may_be_open_are_refused() -> None:
    done = bench("events", "--idle", 10**12)

    assert (done.returncode, done.stdout) == (2, "")
    assert "1,000,000,000,200 streams need" in done.stderr
