"""`bench` without a command: short, but all of it real."""

from pathlib import Path

import pytest

from bench.requests.broken import Broken, Unwilling
from bench.requests.test_loads import needs_wrk
from bench.running import typed
from cluster import Cluster
from todo_api.database_url import DatabaseTarget
from todo_bench.progress import showing_steps
from todo_bench.refusal import Invalid, Refusal
from todo_bench.requests.closed_loop import ClosedLoop
from todo_bench.requests.comparison import compare
from todo_bench.requests.result import Asked, Comparison
from todo_bench.requests.scenarios import SCENARIOS

pytestmark = pytest.mark.direct("the candidates are measured without one")

SMALL = ("--users", 40, "--tasks", 100, "--connections", 4)


def compared(folder: Path, *arguments: object) -> Comparison:
    file = folder / "comparison.json"
    assert typed("--candidate", "api", *SMALL, *arguments, "--json", file) == 0
    return Comparison.model_validate_json(file.read_text())


def test_every_scenario_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plot = tmp_path / "plot.png"

    comparison = compared(tmp_path, "--no-wrk", "--seconds", 0.2, "--repeats", 1, "--plot", plot)

    assert comparison.load == "Python"
    assert [each.scenario for each in comparison.slices] == list(SCENARIOS)
    for each in comparison.slices:
        assert each.measured.requests > 0
        assert not each.measured.errors
    for summary in comparison.summaries:
        assert summary.rate > 0
        assert 0 < summary.p50 <= summary.p95 <= summary.p99
        if Path("/proc").exists():
            assert summary.server_cpu is not None
            assert summary.database_cpu is not None
            assert summary.memory is not None
            assert summary.memory > 1024**2
    tables = capsys.readouterr().out
    assert [name for name in (*SCENARIOS, "this API") if name not in tables] == []
    assert plot.read_bytes().startswith(b"\x89PNG")


@needs_wrk
def test_wrk_measures_the_same_beside_the_database_alone(tmp_path: Path) -> None:
    scenarios = [word for name in ("create", "unchanged", "mixed") for word in ("--scenario", name)]

    comparison = compared(
        tmp_path, "--wrk", "--seconds", 1, "--repeats", 1, "--candidate", "database", *scenarios, "--users", 80
    )

    assert comparison.load == "wrk"
    assert [(each.scenario, each.candidate) for each in comparison.slices] == [
        ("unchanged", "api"),
        ("create", "api"),
        ("create", "database"),
        ("mixed", "api"),
    ]
    assert all(each.measured.requests > 0 and not each.measured.errors for each in comparison.slices)
    database = comparison.summary("database", "create", 4)
    assert database is not None
    assert database.ratio is not None
    assert database.ratio.median > 0
    assert database.server_cpu is None


def test_who_cannot_take_part_is_no_secret(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("--candidate", "nobody", *SMALL) == 2
    assert "nobody is none of api, floor," in capsys.readouterr().err
    assert typed("--tasks", 19) == 2
    assert not list(tmp_path.iterdir())


def asked(*candidates: str) -> Asked:
    return Asked(candidates=candidates, scenarios=["get"], connections=[2], seconds=0.2, repeats=1, users=2, tasks=20)


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ("503", r"broken, get, 2 connections: [\d,]+ answers of status 503; the run is invalid"),
        ("204", r"broken, get, 2 connections: [\d,]+ answers of status 204; the run is invalid"),
        ("end", r"broken, get, 2 connections: 2 answers that broke off; the run is invalid"),
    ],
    ids=["error", "another success", "end"],
)
async def test_a_candidate_that_fails_makes_the_run_invalid(
    does: str, reason: str, cluster: Cluster, database_target: DatabaseTarget
) -> None:
    url = cluster.direct_url(database_target.database)
    candidate = Broken("broken", "a broken one", does=does)

    with showing_steps() as steps, pytest.raises(Invalid, match=reason):
        await compare(url, {"broken": candidate}, ClosedLoop(), asked("broken"), steps)


async def test_a_candidate_that_does_not_start_is_refused(cluster: Cluster, database_target: DatabaseTarget) -> None:
    url = cluster.direct_url(database_target.database)

    with showing_steps() as steps, pytest.raises(Refusal, match="unwilling did not start: no luck today"):
        await compare(url, {"unwilling": Unwilling("unwilling", "")}, ClosedLoop(), asked("unwilling"), steps)
