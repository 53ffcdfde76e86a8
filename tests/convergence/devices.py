"""A device, whatever language its client is written in."""

from dataclasses import dataclass
from typing import Protocol

from convergence.journal import Journal
from convergence.plans import Operation
from python_client.syncing import Things


@dataclass(frozen=True)
class Place:
    """How far a device has come."""

    pending: int
    cursor: str | None


@dataclass(frozen=True)
class Belief:
    """What a device holds to be true."""

    things: Things
    conflicts: list[tuple[str, str]]
    """Operation and id of each, in their order."""
    steps_back: list[str]
    """What was stored though it was older than what was stored before."""


class Device(Protocol):
    name: str
    journal: Journal

    async def enqueue(self, operation: Operation) -> None: ...

    async def place(self) -> Place: ...

    async def belief(self) -> Belief: ...
