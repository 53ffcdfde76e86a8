"""What a load generator is asked for and what it finds."""

from collections.abc import Mapping, Sequence
from typing import Protocol, Self

from pydantic import BaseModel, ConfigDict

from todo_bench.report import percentile
from todo_bench.requests.plan import Plan

ANSWER_SECONDS = 30
"""A request that is not answered in this time has failed."""
EXHAUSTED = "requests of which there were no more (ask for fewer --seconds or more --tasks)"


class Latency(BaseModel):
    """Milliseconds from a request to its whole answer. The next request waits for it: nothing was asked in a stall."""

    model_config = ConfigDict(frozen=True)

    p50: float
    p95: float
    p99: float
    max: float

    @classmethod
    def of(cls, milliseconds: Sequence[float]) -> Self:
        return cls(
            p50=percentile(milliseconds, 50),
            p95=percentile(milliseconds, 95),
            p99=percentile(milliseconds, 99),
            max=max(milliseconds),
        )


class Measured(BaseModel):
    """What happened in a slice; `errors` says what went wrong, and how often."""

    model_config = ConfigDict(frozen=True)

    requests: int
    seconds: float
    latency: Latency
    errors: Mapping[str, int]

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


class Load(Protocol):
    """Sends a plan's requests over so many connections that are kept, each the next as soon as one is answered."""

    name: str

    async def run(self, port: int, plan: Plan, connections: int, seconds: float) -> Measured: ...
