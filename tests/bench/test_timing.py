"""`bench timing`, and the interval that it tells."""

import random
from pathlib import Path

import pytest

from bench.running import measured, values
from todo_bench.timing import trimmed_mean


def test_the_difference_has_an_interval(tmp_path: Path) -> None:
    report = measured(tmp_path / "report.json", "timing", "--pairs", 40)

    figures = values(report, "µs")
    assert len(figures) == 9
    for method in ("GET", "PATCH", "DELETE"):
        low, high = (figures[f"{method}: {end} end of the 99% interval"] for end in ("lower", "upper"))
        assert low < figures[f"{method}: foreign minus missing"] < high


@pytest.mark.parametrize("true_mean", [0.0, 3.0])
def test_the_interval_holds_the_true_mean_nearly_always(true_mean: float) -> None:
    dice = random.Random("timing")  # noqa: S311  a seed makes a failure repeatable

    held = 0
    for _ in range(300):
        mean, margin = trimmed_mean([dice.gauss(true_mean, 10) for _ in range(200)])
        held += mean - margin < true_mean < mean + margin

    assert 288 <= held < 300
