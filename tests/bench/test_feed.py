"""`bench feed`, and what is not taken for a figure."""

from pathlib import Path

import pytest

from bench.running import measured, values
from serving import serving
from todo_api.settings import Settings
from todo_bench.refusal import Invalid
from todo_bench.stream import Stream
from todo_bench.wire import Caller


def test_the_feed_is_read_from_end_to_end(tmp_path: Path) -> None:
    report = measured(tmp_path / "report.json", "feed", "--changes", 150, "--page", 20, "--repeats", 1)

    rates = {**values(report, "changes/s"), **values(report, "pages/s")}
    assert sorted(rates) == ["log: changes", "log: pages", "state: changes", "state: pages"]
    # 150 tasks, and before them the account and its inbox: 8 pages of 20 each way.
    assert rates["log: changes"] == pytest.approx(rates["log: pages"] * 150 / 8)
    assert rates["state: changes"] == pytest.approx(rates["state: pages"] * 152 / 8)


async def test_an_answer_that_is_no_success_makes_the_run_invalid() -> None:
    """Here one for which no database is needed."""
    settings = Settings.from_environment(
        {"DATABASE_URL": "postgresql://todo@/todo?host=/nowhere", "TODO_DEVELOPMENT_SECRET": "x" * 32}
    )
    async with serving(settings) as url:
        port = int(url.rpartition(":")[2])
        caller, stream = await Caller.open(port), await Stream.open(port)
        with pytest.raises(Invalid, match="answered 401 to GET /v1/changes;"):
            await caller.call("no token", "GET", "/v1/changes?limit=5")
        with pytest.raises(Invalid, match="answered 401 to GET /v1/events;"):
            await stream.follow("no token", {})
        caller.close()
        stream.close()
