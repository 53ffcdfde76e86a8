"""`bench events`."""

from pathlib import Path

import pytest

from bench.running import measured, typed, values


def test_every_stream_is_told_what_is_written_to_its_user(tmp_path: Path) -> None:
    report = measured(tmp_path / "report.json", "events", "--idle", 5, "--busy", 3, "--writers", 2, "--seconds", 0)

    assert report.asked == {"idle": 5, "busy": 3, "writers": 2, "seconds": 0}
    assert values(report, "events") == {"idle: events": 5, "busy: events": 3}
    delays = values(report, "ms")
    assert [name.partition(",")[0] for name in delays][::2] == [
        f"{kind}: from {start} to event" for kind in ("idle", "busy") for start in ("commit", "answer")
    ]
    assert all(delays[name] > 0 for name in delays if "from commit" in name)
    assert [figure.name for figure in report.figures if figure.unit == "KiB"] == ["memory for a stream"]


def test_more_streams_than_files_may_be_open_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("events", "--idle", 10**12) == 2

    output = capsys.readouterr()
    assert output.out == ""
    assert "1,000,000,000,200 streams need" in output.err
