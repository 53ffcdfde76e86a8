"""What slices come to."""

import pytest

from todo_bench.report import percentile
from todo_bench.requests.load import Latency, Measured
from todo_bench.requests.result import Asked, Comparison, Slice

ASKED = Asked(candidates=["api", "other"], scenarios=["get"], connections=[10], seconds=2, repeats=3, users=1, tasks=20)


def slice_of(candidate: str, repeat: int, requests: int, *, p95: float = 9, server_cpu: float | None = 1) -> Slice:
    latency = Latency(p50=1, p95=p95, p99=30, max=31)
    return Slice(
        scenario="get",
        connections=10,
        repeat=repeat,
        candidate=candidate,
        measured=Measured(requests=requests, seconds=2, latency=latency, errors={}),
        server_cpu=server_cpu,
        database_cpu=None,
        memory=1000 * repeat,
    )


def compared(*slices: Slice) -> Comparison:
    titles = {"api": "this API", "other": "another one"}
    return Comparison(asked=ASKED, machine={}, load="wrk", titles=titles, slices=list(slices))


def test_ratios_are_of_slices_of_the_same_repeat() -> None:
    """A slow moment of the machine is in both: the medians' own ratio would be another one."""
    comparison = compared(
        *(slice_of("api", repeat, requests) for repeat, requests in enumerate((1000, 100, 400))),
        *(slice_of("other", repeat, requests) for repeat, requests in ((2, 100), (0, 500), (1, 20))),
    )

    ours, theirs = (comparison.summary(name, "get", 10) for name in ("api", "other"))

    assert ours is not None
    assert theirs is not None
    assert (ours.rate, theirs.rate) == (200, 50)
    assert ours.ratio is None
    assert theirs.ratio is not None
    assert (theirs.ratio.median, theirs.ratio.least, theirs.ratio.most) == (4, 2, 5)


def test_all_else_is_the_median_of_the_repeats() -> None:
    comparison = compared(
        slice_of("other", 0, 10, p95=5), slice_of("other", 1, 10, p95=90), slice_of("other", 2, 10, p95=7)
    )

    (summary,) = comparison.summaries

    assert (summary.p50, summary.p95, summary.p99) == (1, 7, 30)
    assert summary.ratio is None
    assert (summary.server_cpu, summary.database_cpu, summary.memory) == (1, None, 2000)


def test_what_is_not_known_of_every_slice_is_not_known() -> None:
    (summary,) = compared(slice_of("other", 0, 10), slice_of("other", 1, 10, server_cpu=None)).summaries

    assert summary.server_cpu is None


def test_a_report_is_read_as_it_was_written() -> None:
    comparison = compared(slice_of("api", 0, 10), slice_of("other", 0, 20))

    again = Comparison.model_validate_json(comparison.model_dump_json())

    assert again == comparison
    assert again.summaries == comparison.summaries


def test_latencies_are_told_by_the_nearest_rank() -> None:
    milliseconds = [float(number) for number in range(200, 0, -1)]

    assert Latency.of(milliseconds) == Latency(p50=100, p95=190, p99=198, max=200)
    assert percentile([3.0], 99) == pytest.approx(3)
