"""`bench growth`, and what it fills the tables with."""

import shutil
from pathlib import Path

import pytest

from bench.running import measured, typed, values
from todo_bench.growth import FEW, MANY, owners_of

QUERIES = 6


def test_each_query_has_its_cost_at_each_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = measured(tmp_path / "report.json", "growth", "--rows", 2000, "--rows", 600, "--rows", 2000, "--repeats", 2)

    times, buffers = values(report, "ms"), values(report, "buffers")
    assert times.keys() == buffers.keys()
    assert len(times) == 2 * QUERIES
    assert all(times[name] > 0 for name in times)
    assert buffers["first page: 500 of 2,000"] < 50 + 20, "a page is its rows, and the way to them"
    assert buffers["page after 400: 500 of 2,000"] < 50 + 20
    table = capsys.readouterr().out
    assert [words for words in ("600", "2,000", "feed, early cursor", "search") if words not in table] == []


def test_the_tables_get_as_many_rows_as_was_asked_for() -> None:
    for more in (FEW, FEW + 1, 999_000, 4_000_000):
        owners = owners_of(10**7, more)
        assert sum(owners.values()) == more
        assert next(iter(owners.values())) == FEW
        assert (MANY in owners.values()) is (more > 2 * MANY)


def test_more_rows_than_the_disk_holds_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    free = shutil.disk_usage("/")._replace(free=2**30)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: free)

    assert typed("growth", "--rows", 1000, "--rows", 5_000_000) == 2

    output = capsys.readouterr()
    assert output.out == ""
    assert "5,000,000 rows need 8.4 GiB" in output.err
    assert "where 1.0 GiB are free" in output.err
