"""What a request costs, as far as it needs no clock."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from client import Client
from running import Api
from tap import Tap, Trip
from todo_api.sql.statement import Statement

_ATTEMPTS = 5
_IDLE_SECONDS = 0.5
"""A connection that nobody has used for longer may have to prove that it is alive."""

type Ask = Callable[[], Awaitable[httpx2.Response]]
type Prepare = Callable[[Client], Awaitable[Ask]]
"""Makes what a request is about, and gives back the request."""


@dataclass(frozen=True)
class Cost:
    """What was asked of PostgreSQL for a request, and how many statements were compiled for it."""

    response: httpx2.Response
    trips: list[Trip]
    compiled: int

    @property
    def sql(self) -> list[str]:
        return [sql for trip in self.trips for sql in trip.sql]

    @property
    def prepared(self) -> int:
        return sum(trip.messages.count("P") for trip in self.trips)


@dataclass(frozen=True)
class Tapped:
    """A running API, and what it says to its database."""

    api: Api
    tap: Tap

    async def warm_cost(self, prepare: Prepare) -> Cost:
        """Of a request, when somebody else's request of the same shape was before it."""
        await self.cost(prepare)
        return await self.cost(prepare)

    async def cost(self, prepare: Prepare) -> Cost:
        """Of somebody's request; again if the machine was so slow that the connection fell idle before it."""
        for _ in range(_ATTEMPTS):
            user_id = f"ada-{uuid4()}"
            async with self.api.http(user_id) as http:
                ask = await prepare(Client(http, user_id))
                await http.get("/v1/account")
                before = len(self.tap.trips)
                with pytest.MonkeyPatch.context() as patched:
                    compiled = _counting_compilations(patched)
                    response = await ask()
                made = self._of_requests(self.tap.trips[before:])
            if not made or made[0].at - self._of_requests(self.tap.trips[:before])[-1].at < _IDLE_SECONDS:
                return Cost(response, made, len(compiled))
        pytest.fail(f"the machine was too slow {_ATTEMPTS} times")

    def _of_requests(self, trips: list[Trip]) -> list[Trip]:
        """All but those on the line by which workers tell each other of writes, which no request waits for."""
        line = {trip.connection for trip in self.tap.trips if any("LISTEN" in sql for sql in trip.sql)}
        return [trip for trip in trips if trip.connection not in line]


def _counting_compilations(patched: pytest.MonkeyPatch) -> list[str]:
    """Where the SQL of each statement that is compiled from now on is noted."""
    compiled: list[str] = []
    compile_one = Statement.__init__

    def compile_and_note(statement: Statement, expression: Any) -> None:
        compile_one(statement, expression)
        compiled.append(statement.sql)

    patched.setattr(Statement, "__init__", compile_and_note)
    return compiled
