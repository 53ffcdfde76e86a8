"""Whoever has slices in a comparison."""

from dataclasses import dataclass
from typing import Protocol

from todo_bench.requests.closed_loop import ClosedLoop
from todo_bench.requests.ground import Ground
from todo_bench.requests.load import Load, Measured
from todo_bench.requests.planning import Planner
from todo_bench.requests.scenarios import Kind, Scenario
from todo_bench.requests.servers import Server


@dataclass(frozen=True, slots=True)
class Round:
    """What all contestants do in turn, each from the same beginning."""

    scenario: Scenario
    connections: int
    number: int
    seconds: float


class Contestant(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    def takes_part(self, scenario: Scenario) -> bool: ...

    async def warm_up(self, round_: Round) -> Measured:
        """What does not count, but has to be free of errors as well."""
        ...

    async def run(self, round_: Round) -> Measured: ...

    async def settle(self) -> None:
        """Wait until nothing of it is left to do.

        Raises:
            Invalid: it does not come to rest.
        """
        ...

    def cpu_seconds(self) -> float | None: ...

    def memory(self) -> int | None: ...


class Served:
    """A contestant that is asked over HTTP."""

    def __init__(self, server: Server, load: Load, planner: Planner, ground: Ground) -> None:
        self._server = server
        self._load = load
        self._planner = planner
        self._ground = ground

    @property
    def name(self) -> str:
        return self._server.candidate.name

    @property
    def title(self) -> str:
        return self._server.candidate.title

    def takes_part(self, scenario: Scenario) -> bool:
        return Kind.UNCHANGED not in scenario.shares or self._server.candidate.supports_unchanged

    async def warm_up(self, round_: Round) -> Measured:
        """With a look at every single answer."""
        return await self._asked(ClosedLoop(), round_)

    async def run(self, round_: Round) -> Measured:
        return await self._asked(self._load, round_)

    async def settle(self) -> None:
        """Raises Invalid if it has ended, too."""
        self._server.check()
        await self._ground.settle(self._server)

    def cpu_seconds(self) -> float | None:
        return self._server.cpu_seconds()

    def memory(self) -> int | None:
        return self._server.memory()

    async def _asked(self, load: Load, round_: Round) -> Measured:
        plan = await self._planner.plan(
            self._ground.connection, round_.scenario, round_.number, round_.connections, round_.seconds
        )
        return await load.run(self._server.port, plan, round_.connections, round_.seconds)
