"""What a comparison has found: every slice, and what they come to."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Self

from pydantic import BaseModel, ConfigDict, computed_field

from todo_bench.requests.load import Measured


class Asked(BaseModel):
    """How much is measured."""

    model_config = ConfigDict(frozen=True)

    candidates: Sequence[str]
    scenarios: Sequence[str]
    connections: Sequence[int]
    seconds: float
    """Of a slice."""
    repeats: int
    users: int
    tasks: int
    """Of each user."""
    seed: int = 5


class Slice(BaseModel):
    """One candidate's turn."""

    model_config = ConfigDict(frozen=True)

    scenario: str
    connections: int
    repeat: int
    candidate: str
    measured: Measured
    server_cpu: float | None
    """Milliseconds of processor time for each request: the candidate's, and the database's. None: not known."""
    database_cpu: float | None
    memory: int | None
    """Bytes that the candidate occupies afterwards."""


class Spread(BaseModel):
    """The median, and from where to where it goes."""

    model_config = ConfigDict(frozen=True)

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Self:
        return cls(median=median(values), least=min(values), most=max(values))


class Summary(BaseModel):
    """What a candidate's slices of one scenario come to: medians over the repeats."""

    model_config = ConfigDict(frozen=True)

    scenario: str
    connections: int
    candidate: str
    rate: float
    ratio: Spread | None
    """How many times the candidate's rate the API has, each time against the slice of the same repeat."""
    p50: float
    p95: float
    p99: float
    server_cpu: float | None
    database_cpu: float | None
    memory: int | None


class Comparison(BaseModel):
    """Everybody's slices, and on what they were measured."""

    model_config = ConfigDict(frozen=True)

    asked: Asked
    machine: Mapping[str, str | int]
    load: str
    """What sent the requests."""
    titles: Mapping[str, str]
    """Who took part, by name, and what to call them."""
    slices: Sequence[Slice]

    @computed_field  # type: ignore[prop-decorator]  # mypy takes none above a property, pydantic wants one
    @property
    def summaries(self) -> list[Summary]:
        return [
            summary
            for connections in self.asked.connections
            for scenario in self.asked.scenarios
            for candidate in self.titles
            if (summary := self.summary(candidate, scenario, connections)) is not None
        ]

    def summary(self, candidate: str, scenario: str, connections: int) -> Summary | None:
        """None where the candidate has no part in the scenario."""
        slices = self._slices(candidate, scenario, connections)
        if not slices:
            return None
        latencies = [each.measured.latency for each in slices]
        return Summary(
            scenario=scenario,
            connections=connections,
            candidate=candidate,
            rate=median(each.measured.rate for each in slices),
            ratio=None if candidate == API else ratios(self._slices(API, scenario, connections), slices),
            p50=median(each.p50 for each in latencies),
            p95=median(each.p95 for each in latencies),
            p99=median(each.p99 for each in latencies),
            server_cpu=_median_if_known([each.server_cpu for each in slices]),
            database_cpu=_median_if_known([each.database_cpu for each in slices]),
            memory=max((each.memory for each in slices if each.memory is not None), default=None),
        )

    def write(self, file: Path) -> None:
        file.write_text(f"{self.model_dump_json(indent=2)}\n")

    def _slices(self, candidate: str, scenario: str, connections: int) -> list[Slice]:
        wanted = (candidate, scenario, connections)
        return [each for each in self.slices if (each.candidate, each.scenario, each.connections) == wanted]


API = "api"


def ratios(ours: Sequence[Slice], theirs: Sequence[Slice]) -> Spread | None:
    """How many times their rate ours is, within each repeat; None if no repeat has both."""
    rates = {each.repeat: each.measured.rate for each in ours}
    pairs = [rates[each.repeat] / each.measured.rate for each in theirs if each.repeat in rates]
    return Spread.of(pairs) if pairs else None


def _median_if_known(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if len(known) == len(values) else None
