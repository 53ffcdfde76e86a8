"""Both ways to send a plan's requests find the same things wrong."""

import shutil
from collections.abc import AsyncIterator

import pytest

from bench.requests.broken import Broken
from todo_bench.refusal import Invalid
from todo_bench.requests.closed_loop import ClosedLoop
from todo_bench.requests.load import EXHAUSTED, Load
from todo_bench.requests.plan import Plan, Request
from todo_bench.requests.scenarios import Kind
from todo_bench.requests.servers import Server, serving
from todo_bench.requests.wrk import Wrk

PATH = "/v1/tasks/019a9d2e-6f00-7001-8000-5b1c7d3e9f42"
GETS = Plan(["a token"], [Kind.GET], {Kind.GET: [Request(0, PATH)]})
needs_wrk = pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is not installed here")
both = pytest.mark.parametrize("load", [ClosedLoop(), pytest.param(Wrk("wrk"), marks=needs_wrk)], ids=["python", "wrk"])


async def served(does: str) -> AsyncIterator[Server]:
    async with serving({"broken": Broken("broken", "a broken one", does=does)}, {}) as servers:
        yield servers["broken"]


@pytest.fixture
async def unavailable() -> AsyncIterator[Server]:
    async for server in served("503"):
        yield server


@pytest.fixture
async def fine() -> AsyncIterator[Server]:
    async for server in served("200"):
        yield server


@both
async def test_answers_are_counted_and_timed(load: Load, fine: Server) -> None:
    measured = await load.run(fine.port, GETS, connections=3, seconds=0.5)

    assert measured.requests > 0
    assert measured.rate == pytest.approx(measured.requests / measured.seconds)
    latency = measured.latency
    assert 0 < latency.p50 <= latency.p95 <= latency.p99 <= latency.max
    assert not measured.errors


@both
async def test_errors_are_counted(load: Load, unavailable: Server) -> None:
    measured = await load.run(unavailable.port, GETS, connections=3, seconds=0.5)

    # Without a look at each answer, wrk tells errors from successes and no more.
    (what,) = measured.errors
    assert what == ("answers of status 503" if isinstance(load, ClosedLoop) else "answers of status 400 or more")
    assert measured.errors[what] >= measured.requests > 0


@both
async def test_where_etags_are_followed_the_status_is_told(load: Load, unavailable: Server) -> None:
    """A task that was not patched is not there to be patched again, so there soon is none."""
    requests = [Request(0, f"{PATH[:-2]}{number}", '"1"') for number in range(10, 30)]
    plan = Plan(["a token"], [Kind.PATCH], {Kind.PATCH: requests})

    measured = await load.run(unavailable.port, plan, connections=3, seconds=0.5)

    assert measured.errors["answers of status 503"] > 0
    assert measured.errors[EXHAUSTED] > 0


@both
async def test_running_out_of_what_can_be_done_once_is_an_error(load: Load, fine: Server) -> None:
    kinds = [Kind.GET, Kind.COMPLETE]
    plan = Plan(["a token"], kinds, {Kind.GET: [Request(0, PATH)], Kind.COMPLETE: []})

    measured = await load.run(fine.port, plan, connections=2, seconds=0.5)

    assert measured.errors[EXHAUSTED] > 0


@both
async def test_nobody_there_is_no_measurement(load: Load) -> None:
    async for server in served("200"):
        port = server.port

    with pytest.raises(Invalid, match="the run is invalid"):
        await load.run(port, GETS, connections=1, seconds=0.5)
