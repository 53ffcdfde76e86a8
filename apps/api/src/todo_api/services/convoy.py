"""Several units of work in one transaction, one after the other in effect but together on the wire.

All units start at once. Each waits where it asks the database for something; what the first of those waiting asks for
is run together with what the next ones ask, as far as it is the same statement, many in one round trip. PostgreSQL
executes them in their order, each seeing what those before it did, so that every unit ends as if it had run alone in
its place.

What a unit decides between two statements could rest on what an earlier one is about to change. Units that do so
(moves) say by `Work.decide` what their decision is about.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg

from todo_api.database import DatabaseUnavailable, Row
from todo_api.services.outcome import Document, Overtaken
from todo_api.services.work import Work
from todo_api.sql.statement import Statement
from todo_domain.errors import DomainError

type Unit = Callable[[Work], Awaitable[Document]]
type Outcome = Document | DomainError


@dataclass(frozen=True, slots=True)
class _Request:
    """What one unit waits for."""

    number: int
    statement: Statement
    values: dict[str, Any]
    answer: asyncio.Future[Row]


class Convoy:
    """The units of one transaction. `meaning` tells the domain error behind a violated constraint."""

    def __init__(self, work: Work, meaning: Callable[[asyncpg.IntegrityConstraintViolationError], Exception]) -> None:
        self._work = work
        self._meaning = meaning
        self._waiting: list[_Request] = []
        self._trips = 0
        self._moved: dict[UUID, int] = {}
        """The round trip in which each row is moved, or will be."""
        self._positions: list[str] = []
        self._held_up: int | None = None
        """The first unit that has to decide again."""

    async def run(self, units: Sequence[Unit]) -> list[Outcome]:
        """The outcome of each unit; any other error than the domain's ends all of them."""
        running = [asyncio.ensure_future(self._one(number, unit)) for number, unit in enumerate(units)]
        try:
            while not all(task.done() for task in running):
                await self._until_all_wait(running)
                if self._waiting:
                    await self._make_trip()
        finally:
            for task in running:
                task.cancel()
            outcomes = await asyncio.gather(*running, return_exceptions=True)
        return [_outcome(outcome) for outcome in outcomes]

    async def _one(self, number: int, unit: Unit) -> Document:
        """Each time that it has to decide again, an earlier one has gone on: there is an end to it."""
        try:
            for _ in range(number + 1):
                try:
                    return await unit(_Turn(self, number, self._work))
                except Overtaken:
                    continue
            raise DatabaseUnavailable
        finally:
            self._go_on(number)

    async def _until_all_wait(self, running: Sequence[asyncio.Future[Document]]) -> None:
        """Let every unit go on until it asks for something or ends; there is nothing else that they wait for."""
        while sum(not task.done() for task in running) > len(self._waiting):  # noqa: ASYNC110  this lets them go on
            await asyncio.sleep(0)
        for task in running:
            if task.done() and not isinstance(task.exception(), DomainError | None):
                task.result()

    async def ask(self, number: int, statement: Statement, values: dict[str, Any]) -> Row:
        answer: asyncio.Future[Row] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Request(number, statement, values, answer))
        return await answer

    async def _make_trip(self) -> None:
        self._waiting.sort(key=lambda request: request.number)
        first = self._waiting[0].statement
        others = (place for place, request in enumerate(self._waiting) if request.statement is not first)
        count = next(others, len(self._waiting))
        together, self._waiting = self._waiting[:count], self._waiting[count:]
        self._trips += 1
        try:
            async with self._work.attempt():
                rows = await self._work.each(first, [request.values for request in together])
        except asyncpg.IntegrityConstraintViolationError as violation:
            if len(together) > 1:
                await self._one_by_one(together)
            else:
                together[0].answer.set_exception(self._meaning(violation))
        else:
            for request, row in zip(together, rows, strict=True):
                request.answer.set_result(row)

    async def _one_by_one(self, requests: Sequence[_Request]) -> None:
        """Find out whom the constraint refuses; the others go on."""
        for request in requests:
            try:
                async with self._work.attempt():
                    (row,) = await self._work.each(request.statement, [request.values])
            except asyncpg.IntegrityConstraintViolationError as violation:
                request.answer.set_exception(self._meaning(violation))
            else:
                request.answer.set_result(row)

    @property
    def trips(self) -> int:
        return self._trips

    @property
    def positions(self) -> list[str]:
        return self._positions

    def decide(self, number: int, since: int, moving: UUID, about: Collection[UUID]) -> None:
        """Raise Overtaken if an earlier unit moves what this one's decision is about, after it was looked at."""
        in_order = self._held_up is None or number <= self._held_up
        stands = in_order and not any(self._moved.get(row, 0) > since for row in (moving, *about))
        self._moved[moving] = self._trips + 1
        if not stands:
            self._held_up = number if self._held_up is None else min(number, self._held_up)
            raise Overtaken
        self._go_on(number)

    def _go_on(self, number: int) -> None:
        if self._held_up == number:
            self._held_up = None


class _Turn(Work):
    """The work of one unit in a convoy."""

    def __init__(self, convoy: Convoy, number: int, work: Work) -> None:
        super().__init__(work.session, work.user_id, work.now, work.client)
        self._convoy = convoy
        self._number = number
        self._since = 0

    async def row(self, statement: Statement, **values: Any) -> Row:
        row = await self._convoy.ask(self._number, statement, values)
        self._since = self._convoy.trips
        return row

    def decide(self, seen: int, moving: UUID, about: Collection[UUID]) -> int | None:
        del seen  # nobody else writes while this transaction has the account's lock
        self._convoy.decide(self._number, self._since, moving, about)
        return None

    @property
    def positions(self) -> list[str]:
        return self._convoy.positions


def _outcome(outcome: Document | BaseException) -> Outcome:
    if isinstance(outcome, Document | DomainError):
        return outcome
    raise outcome
