"""Load from this process, where there is no wrk, and to warm up: it looks at every answer, which costs time."""

import asyncio
from collections import Counter, deque
from collections.abc import Iterator
from itertools import cycle
from time import perf_counter

from todo_bench.refusal import Invalid
from todo_bench.requests.load import ANSWER_SECONDS, EXHAUSTED, Latency, Measured
from todo_bench.requests.plan import Plan, Request, tail
from todo_bench.requests.scenarios import SHAPES, Kind
from todo_bench.wire import Wire

_ETAG = b"etag"


class ClosedLoop:
    """A Load: as many connections as are asked for, each of which sends its next request when one is answered."""

    name = "Python"

    async def run(self, port: int, plan: Plan, connections: int, seconds: float) -> Measured:
        """Raises Invalid if the connections are not taken."""
        supply = Supply(plan)
        opened = [await Asker.open(port) for _ in range(connections)]
        try:
            began = perf_counter()
            until = began + seconds
            waiting = [asyncio.ensure_future(asker.ask(supply, until)) for asker in opened]
            ended, stalled = await asyncio.wait(waiting, timeout=seconds + ANSWER_SECONDS)
        finally:
            for asker in opened:
                asker.close()
        for ask in stalled:
            ask.cancel()
        for ask in ended:
            ask.result()
        return _measured(supply, opened, seconds, len(stalled))


class Supply:
    """The plan's requests, one at a time, and what became of them."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._order = cycle(plan.order)
        self._number = 0
        self._left: dict[Kind, Iterator[Request]] = {
            kind: iter(requests) if SHAPES[kind].once else cycle(requests)
            for kind, requests in plan.requests.items()
            if kind is not Kind.PATCH
        }
        self._patchable = deque(plan.requests.get(Kind.PATCH, ()))
        self.errors: Counter[str] = Counter()

    def next(self) -> tuple[Kind, Request] | None:
        """What to send; None if there is no more of it."""
        kind = next(self._order)
        if kind is Kind.PATCH:
            request = self._patchable.popleft() if self._patchable else None
        else:
            request = next(self._left[kind], None)
        if request is None:
            self.errors[EXHAUSTED] += 1
            return None
        return kind, request

    def written(self, kind: Kind, request: Request) -> bytes:
        self._number += 1
        shape = SHAPES[kind]
        condition = f"{shape.condition}: {request.etag}\r\n" if shape.condition else ""
        return f"{self._plan.head(kind, request)}{condition}{tail(shape, self._number)}".encode()

    def answered(self, kind: Kind, request: Request, status: int, etag: str) -> None:
        """Whoever patched a task has its next condition now."""
        if status != SHAPES[kind].status:
            self.errors[f"answers of status {status}"] += 1
        elif kind is Kind.PATCH:
            self._patchable.append(Request(request.user, request.path, etag))


class Asker(Wire):
    """One connection."""

    def __init__(self) -> None:
        super().__init__()
        self.milliseconds: list[float] = []
        self._etag = ""
        self._answered: asyncio.Future[int] | None = None

    async def ask(self, supply: Supply, until: float) -> None:
        """Ask until the time is over; what is answered after that does not count."""
        while perf_counter() < until:
            asked = supply.next()
            if asked is None:
                return
            self._answered = asyncio.get_running_loop().create_future()
            began = perf_counter()
            try:
                self.write(supply.written(*asked))
                status = await self._answered
            except Invalid:
                supply.errors["answers that broke off"] += 1
                return
            ended = perf_counter()
            if ended <= until:
                self.milliseconds.append(1000 * (ended - began))
            supply.answered(*asked, status, self._etag)

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == _ETAG:
            self._etag = value.decode()

    def on_message_complete(self) -> None:
        if self._answered is not None and not self._answered.done():
            self._answered.set_result(self.status())

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(self.hung_up())


def _measured(supply: Supply, askers: list[Asker], seconds: float, stalled: int) -> Measured:
    milliseconds = [each for asker in askers for each in asker.milliseconds]
    errors = dict(supply.errors)
    if stalled:
        errors[f"requests that were not answered in {ANSWER_SECONDS} s"] = stalled
    return Measured(
        requests=len(milliseconds),
        seconds=seconds,
        latency=Latency.of(milliseconds or [0.0]),
        errors=errors,
    )
