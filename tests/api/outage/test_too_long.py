"""No statement keeps a connection for longer than the limit that the server itself was told."""

import pytest

from api.outage.operator import Operator
from client import Client, refusal
from cluster import Cluster
from todo_api.database import Database
from todo_api.database_url import DIRECT_SETTINGS, DatabaseTarget


async def test_every_connection_has_the_limit(served_target: DatabaseTarget) -> None:
    database = Database(served_target, 1)
    try:
        limit = await database.read(lambda session: session.connection.fetchval("SHOW statement_timeout"))
    finally:
        await database.close()

    assert limit == "10s"


@pytest.fixture
async def impatient(monkeypatch: pytest.MonkeyPatch, cluster: Cluster, database_target: DatabaseTarget) -> None:
    """The same limit, for those who cannot wait: ten seconds are long here."""
    monkeypatch.setitem(DIRECT_SETTINGS, "statement_timeout", "200ms")
    if cluster.pooler is not None:
        role = f"ROLE todo IN DATABASE {database_target.database}"
        await cluster.execute(f"ALTER {role} SET statement_timeout = '200ms'")


@pytest.mark.usefixtures("impatient")
async def test_what_takes_longer_is_ended_and_not_done(ada: Client, operator: Operator) -> None:
    await ada.create_task(title="first")
    async with operator.transaction("SELECT FROM account FOR UPDATE"):
        response = await ada.post("/v1/tasks", json={"title": "second"})

    assert refusal(response) == (503, "database_unavailable")
    assert await ada.titles() == ["first"]
