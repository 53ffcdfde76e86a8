"""The log: a line for what failed and for what was slow, with nothing in it that users wrote."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from api.operations.conftest import UNWELCOME, Start
from api.operations.production import Production, production
from client import Client, refusal
from cluster import Cluster
from running import Api, settings_of
from serving import serving
from todo_api.database_url import DatabaseTarget

IN_ITS_OWN_WORDS = "ProtocolViolationError (SQLSTATE 08P01)"
"""What PgBouncer makes of each of the server's reasons not to let it in."""

type Run = Callable[..., Production]


@pytest.fixture
def run(cluster: Cluster, database_target: DatabaseTarget, tmp_path: Path) -> Iterator[Run]:
    """Runs the API in an environment, in a process of its own."""
    with ExitStack() as running:

        def run(**environment: str) -> Production:
            url, log = cluster.url(database_target.database), tmp_path / "log"
            return running.enter_context(production(url, database_target, log, **environment))

        yield run


async def use(running: Production) -> None:
    """Say the word wherever it can be said; one of the requests fails."""
    async with running.api.http("ada") as http:
        ada = Client(http, "ada")
        await ada.create_task(title="Water the tomatoes", notes=f"{UNWELCOME} in the notes")
        assert len(await ada.tasks(text=UNWELCOME)) == 1
        unwelcome = {"json": {"title": f"{UNWELCOME} in the title"}, "headers": {"X-Request-Id": "mine"}}
        assert refusal(await ada.post("/v1/tasks", **unwelcome)) == (500, "internal_error")
        assert refusal(await ada.get(f"/v1/{UNWELCOME}")) == (404, "path_not_found")
        token = {"Authorization": f"Bearer {UNWELCOME}.{UNWELCOME}.{UNWELCOME}"}
        assert (await ada.get("/v1/tasks", headers=token)).status_code == 401


def of_requests(running: Production) -> list[dict[str, Any]]:
    return [line for line in running.lines if line["logger"] == "todo_api.telemetry.requests"]


@pytest.mark.usefixtures("fault")
async def test_one_line_tells_of_a_request_that_failed(run: Run) -> None:
    running = run()
    await use(running)

    (line,) = of_requests(running)
    time, duration, traceback = line.pop("time"), line.pop("duration_ms"), line.pop("traceback")
    assert line == {
        "level": "error",
        "event": "The request failed.",
        "logger": "todo_api.telemetry.requests",
        "request_id": "mine",
        "method": "POST",
        "route": "/v1/tasks",
        "status": 500,
        "user_id": "ada",
    }
    assert datetime.fromisoformat(time).tzinfo is not None
    assert duration > 0
    assert "CheckViolationError (SQLSTATE 23514, constraint unwelcome, table task)" in traceback
    assert 'services/tasks.py", line' in traceback
    assert UNWELCOME not in running.text


@pytest.mark.usefixtures("fault")
async def test_what_users_write_is_not_in_it_however_much_is_told(run: Run) -> None:
    running = run(TODO_SLOW_SECONDS="0")
    await use(running)

    told = [
        (line["level"], line["method"], line["route"], line["status"], line["user_id"]) for line in of_requests(running)
    ]
    assert told == [
        ("warning", "POST", "/v1/tasks", 201, "ada"),
        ("warning", "GET", "/v1/tasks", 200, "ada"),
        ("error", "POST", "/v1/tasks", 500, "ada"),
        ("warning", "GET", None, 404, None),
        ("warning", "GET", "/v1/tasks", 401, None),
    ]
    assert len({line["request_id"] for line in of_requests(running)}) == 5
    assert UNWELCOME not in running.text
    assert running.api.token("ada").partition(".")[0] not in running.text


@pytest.mark.direct("the log tells that a pooler carries no notifications")
async def test_ordinary_requests_leave_no_trace_and_the_server_writes_json_too(run: Run) -> None:
    running = run()
    await use_ordinarily(running)
    output = running.stop()

    assert output == b""
    assert {line["logger"] for line in running.lines} == {"uvicorn.error"}
    assert "Finished server process" in running.lines[-1]["event"]


async def use_ordinarily(running: Production) -> None:
    async with running.api.http("ada") as http:
        ada = Client(http, "ada")
        await ada.complete(await ada.create_task())
        assert (await ada.get("/v1/tasks?limit=0")).status_code == 422


@pytest.mark.usefixtures("fault")
async def test_it_can_be_read_by_people(run: Run) -> None:
    running = run(TODO_LOG_FORMAT="text")
    await use(running)

    assert re.search(
        r"^\S+ ERROR The request failed\. logger=todo_api\.telemetry\.requests request_id=mine method=POST"
        r" route=/v1/tasks status=500 duration_ms=\S+ user_id=ada\nTraceback \(most recent call last\):\n",
        running.text,
        re.MULTILINE,
    )
    assert UNWELCOME not in running.text


async def test_what_cannot_be_served_is_told_with_its_cause(
    cluster: Cluster, database_target: DatabaseTarget, caplog: pytest.LogCaptureFixture
) -> None:
    settings = settings_of(cluster.url("nowhere"))
    async with serving(settings) as url, Api(url, settings, database_target).http("ada") as ada:
        assert refusal(await ada.get("/v1/tasks")) == (503, "database_unavailable")

    (record,) = (record for record in caplog.records if record.name == "todo_api.telemetry.requests")
    facts = record.__dict__["facts"]
    assert (record.levelno, facts["status"], facts["route"]) == (logging.ERROR, 503, "/v1/tasks")
    said = "InvalidCatalogNameError (SQLSTATE 3D000)" if cluster.pooler is None else IN_ITS_OWN_WORDS
    assert facts["cause"] == f"todo_api.session.DatabaseUnavailable, by asyncpg.exceptions.{said}"


async def test_a_stream_is_not_slow_because_it_lasts(start: Start, caplog: pytest.LogCaptureFixture) -> None:
    async with start(TODO_SLOW_SECONDS="0") as ada, ada.http.stream("GET", "/v1/events") as stream:
        await anext(stream.aiter_bytes())
        told = [record for record in caplog.records if record.name == "todo_api.telemetry.requests"]

    assert [record.__dict__["facts"]["route"] for record in told] == ["/v1/events"], "told when it begins"
