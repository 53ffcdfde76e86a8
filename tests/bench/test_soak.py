"""`bench soak`, for a third of a minute, and what it takes for flat."""

from itertools import cycle, islice
from pathlib import Path

import pytest

from bench.running import typed
from todo_bench.report import Report
from todo_bench.soaking.verdict import growth, is_flat

SECONDS = [float(second) for second in range(1200)]


def test_a_short_run_has_all_figures_and_a_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, plot = tmp_path / "report.json", tmp_path / "plot.png"

    status = typed("soak", "--minutes", 1 / 3, "--connections", 10, "--json", report, "--plot", plot)

    told = capsys.readouterr()
    assert (status, told.out.strip().endswith("Flat."), "Not flat:" in told.err) in {(0, True, False), (1, False, True)}
    figures = {figure.name: figure.value for figure in Report.model_validate_json(report.read_text()).figures}
    assert (figures["requests"] or 0) > 0
    assert (figures["memory, median of the second half"] or 0) > 10
    assert (figures["files, median of the second half"] or 0) > 10, "each connection is one"
    assert 1 <= (figures["backends, median of the second half"] or 0) <= 12, "the pool, and one that listens"
    assert (figures["plans, median of the second half"] or 0) > 10
    assert plot.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "values",
    [
        [100.0] * 1200,
        [100.0 if second % 60 else 500.0 for second in range(1200)],
        list(islice(cycle(range(100, 110)), 1200)),
        [min(second, 300) + 100.0 for second in range(1200)],
        [200.0 - second / 20 for second in range(1200)],
        [0.0] * 1200,
    ],
    ids=["constant", "with peaks", "saw", "filling at first", "shrinking", "nothing"],
)
def test_what_is_flat(values: list[float]) -> None:
    assert is_flat(growth(SECONDS, values))


@pytest.mark.parametrize(
    "values",
    [
        [100 + second / 60 for second in range(1200)],
        [100 + second / 60 + (second % 10) for second in range(1200)],
        [100.0 + (second // 100) * 2 for second in range(1200)],
    ],
    ids=["slowly", "with noise", "in steps"],
)
def test_what_is_not(values: list[float]) -> None:
    assert not is_flat(growth(SECONDS, values))
