"""What a batch costs: as many round trips for many operations of a kind as for few."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from client import Client
from running import Api
from todo_api.batches import BatchRead, render
from todo_api.database import Database, Row, Session
from todo_api.services.batch import BatchService
from todo_api.services.scope import UserScope
from todo_api.sql.statement import Statement
from todo_domain.schemas import Batch

BODIES: dict[str, dict[str, Any] | None] = {
    "create_task": {"title": "new", "labels": ["errand"]},
    "update_task": {"priority": "high"},
    "complete_task": None,
    "trash_task": None,
    "move_task": {},
}


class Counting(Database):
    """A database that counts how often it is asked for something."""

    trips = 0

    @asynccontextmanager
    async def session(self, since: float | None = None) -> AsyncIterator[Session]:
        async with super().session(since) as session:
            yield _Counted(session.connection, self)


class _Counted(Session):
    def __init__(self, connection: Any, counting: Counting) -> None:
        super().__init__(connection)
        self._counting = counting

    async def row(self, statement: Statement, values: Mapping[str, Any], **options: Any) -> Row | None:
        self._counting.trips += 1
        return await super().row(statement, values, **options)

    async def rows(self, statement: Statement, many: Sequence[Mapping[str, Any]]) -> list[Row]:
        self._counting.trips += 1
        return await super().rows(statement, many)


@pytest.mark.parametrize(("op", "body"), BODIES.items(), ids=BODIES)
async def test_many_of_a_kind_cost_as_many_round_trips_as_few(
    ada: Client, api: Api, op: str, body: dict[str, Any] | None
) -> None:
    database = Counting(api.database, 2)
    tasks = [await ada.create_task() for _ in range(43)]

    async def trips(count: int) -> int:
        before = database.trips
        some = [tasks.pop() for _ in range(count)]
        anchor = some.pop()
        place = {"before": str(anchor.id)} if op == "move_task" else {}
        fields = {} if body is None else {"body": body | place}
        ids = [{} if op == "create_task" else {"id": str(task.id)} for task in some]
        operations = [{"op": op, **one, **fields} for one in ids]
        batch = Batch.model_validate_json(json.dumps({"operations": operations}))
        done = await BatchService(UserScope(database, ada.user_id, datetime.now(UTC))).run(batch, render)
        assert BatchRead.model_validate_json(done.body).committed
        return database.trips - before

    few, many = await trips(3), await trips(40)
    await database.close()

    assert few == many
