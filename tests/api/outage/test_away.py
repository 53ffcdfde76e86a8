"""A database that is not there: every request is told so, at once, and may come again."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from api.outage.operator import Operator
from client import Client, refusal
from operations import MISSING_ID, Belongings, operations
from running import Api, settings_of
from serving import serving

AWAY = (503, "database_unavailable")
PATIENCE = 3.5
"""Seconds that nobody should have to wait for a refusal."""


@asynccontextmanager
async def client_of_an_api_on(database_url: str) -> AsyncIterator[Client]:
    settings = settings_of(database_url)
    async with serving(settings) as url, Api(url, settings, settings.database).http("ada") as http:
        yield Client(http, "ada")


@pytest.mark.parametrize("where", ["nobody@/nowhere?host={folder}", "nobody@127.0.0.1:1/nowhere"])
async def test_without_a_database_every_operation_says_so(where: str, tmp_path: Path) -> None:
    kinds = ("task", "project", "section", "label", "discarded")

    async with client_of_an_api_on(f"postgresql://{where.format(folder=tmp_path)}") as ada:
        nothing = Belongings(ada, {f"{kind}_id": MISSING_ID for kind in kinds})
        for operation in operations():
            began = time.monotonic()
            response = await ada.request(operation.method, nothing.path(operation), json=nothing.body(operation))

            assert time.monotonic() - began < PATIENCE
            if operation.path == "/healthz":
                assert response.status_code == 200
            else:
                assert refusal(response) == AWAY, operation
                assert response.headers["retry-after"] == "1"
        assert refusal(await ada.post("/v1/tasks", json={"title": ""})) == (422, "invalid_request")


async def test_a_database_that_does_not_answer_is_not_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        async with client_of_an_api_on(f"postgresql://nobody@127.0.0.1:{silent.getsockname()[1]}/nowhere") as ada:
            began = time.monotonic()
            responses = await asyncio.gather(
                ada.get("/v1/tasks"), ada.post("/v1/tasks", json={"title": "Weed"}), ada.get("/readyz")
            )

    assert [refusal(response) for response in responses] == [AWAY] * 3
    assert time.monotonic() - began < PATIENCE
    assert "could not be served" in caplog.text


@pytest.mark.parametrize(
    ("away", "back"),
    [
        ("ALTER DATABASE {0} CONNECTION LIMIT 0", "ALTER DATABASE {0} CONNECTION LIMIT -1"),
        ("ALTER DATABASE {0} ALLOW_CONNECTIONS false", "ALTER DATABASE {0} ALLOW_CONNECTIONS true"),
        ("REVOKE CONNECT ON DATABASE {0} FROM PUBLIC, todo", "GRANT CONNECT ON DATABASE {0} TO todo"),
        ("ALTER DATABASE {0} RENAME TO elsewhere", "ALTER DATABASE elsewhere RENAME TO {0}"),
    ],
)
async def test_a_database_that_lets_nobody_in_is_away_until_it_does(
    ada: Client, operator: Operator, away: str, back: str
) -> None:
    await ada.create_task(title="Weed")
    await operator.lock_out(away)

    answers = [await ada.get("/v1/tasks"), await ada.post("/v1/tasks", json={"title": "x"}), await ada.get("/readyz")]
    await operator.let_in(back)

    assert [refusal(answer) for answer in answers] == [AWAY] * 3
    assert all(operator.target.database not in answer.text for answer in answers), "that is for the log"
    assert await ada.titles() == ["Weed"]
    assert (await ada.get("/readyz")).status_code == 200
