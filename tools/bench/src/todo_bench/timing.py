"""`bench timing`: whether the time of an answer tells somebody else's thing from one that does not exist."""

import asyncio
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import NormalDist, mean, stdev
from time import perf_counter

from todo_bench.progress import Steps
from todo_bench.refusal import Invalid
from todo_bench.report import Figure, Report, distribution
from todo_bench.wire import ANSWER_SECONDS, Caller, Wire
from todo_bench.worker import Worker
from todo_bench.writing import create_task
from todo_domain import new_id

NOT_FOUND = 404
_FOREIGN_TASKS = 50
_CONFIDENCE = 0.99
_TRIMMED = 0.05
"""The share of pairs at either end that is left out: there, something else was going on."""

_BODY = json.dumps({"title": "Weed"}).encode()
_QUESTIONS = {"GET": b"", "PATCH": _BODY, "DELETE": b""}


@dataclass(frozen=True, slots=True)
class Asking:
    """How often is asked."""

    pairs: int
    """Requests about a foreign thing and one that is not, right after each other, for each method."""


class Stranger(Wire):
    """Asks for what is not there for him."""

    def __init__(self) -> None:
        super().__init__()
        self._answered: asyncio.Future[None] | None = None

    async def seconds(self, token: str, method: str, task_id: str) -> float:
        """From the request to the last byte of the refusal.

        Raises:
            Invalid: the task was found, or there was no answer.
        """
        answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._answered = answered
        began = perf_counter()
        self.send(token, method, f"/v1/tasks/{task_id}", _QUESTIONS[method])
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await answered
        except TimeoutError as error:
            raise Invalid(f"{self.asked} was not answered in {ANSWER_SECONDS:g} s; the run is invalid.") from error
        return perf_counter() - began

    def on_message_complete(self) -> None:
        if self._answered is None or self._answered.done():
            return
        status = self._parser.get_status_code()
        if status == NOT_FOUND:
            self._answered.set_result(None)
        else:
            self._answered.set_exception(Invalid(f"The API answered {status} instead of 404; the run is invalid."))

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self._answered is not None and not self._answered.done():
            self._answered.set_exception(self.hung_up())


async def measure(worker: Worker, asking: Asking, steps: Steps) -> Report:
    """Let one user ask for another one's tasks and for none, in turns, and compare the two within each turn.

    Raises:
        Invalid: a request was answered with anything but 404.
    """
    ada, bob = worker.token("ada"), worker.token("bob")
    owner = await Caller.open(worker.port)
    foreign = [(await create_task(owner, ada)).id for _ in range(_FOREIGN_TASKS)]
    for _ in range(_FOREIGN_TASKS):
        await create_task(owner, bob)  # so that he has an account, and as much in it
    owner.close()

    stranger = await Stranger.open(worker.port)
    figures = []
    dice = random.Random(0)  # noqa: S311  which of the two comes first must only not depend on what is measured
    for method in _QUESTIONS:
        done = steps.begin(f"Asking: {method}", asking.pairs)
        pairs = []
        for _ in range(asking.pairs):
            pairs.append(await _pair(stranger, bob, method, dice.choice(foreign), foreign_first=dice.random() < 1 / 2))
            done()
        figures += _figures(method, pairs)
    stranger.close()
    return Report.of("timing", asdict(asking), figures)


async def _pair(
    stranger: Stranger, token: str, method: str, foreign: str, *, foreign_first: bool
) -> tuple[float, float]:
    """The seconds of the foreign task and of one that is not."""
    missing = str(new_id())
    if foreign_first:
        first = await stranger.seconds(token, method, foreign)
        return first, await stranger.seconds(token, method, missing)
    first = await stranger.seconds(token, method, missing)
    return await stranger.seconds(token, method, foreign), first


def _figures(method: str, pairs: Sequence[tuple[float, float]]) -> list[Figure]:
    differences = [1e6 * (foreign - missing) for foreign, missing in pairs]
    difference, margin = trimmed_mean(differences)
    return [
        *distribution(f"{method}: foreign", [1000 * foreign for foreign, _ in pairs], "ms"),
        *distribution(f"{method}: missing", [1000 * missing for _, missing in pairs], "ms"),
        Figure(name=f"{method}: foreign minus missing", value=difference, unit="µs"),
        Figure(name=f"{method}: lower end of the 99% interval", value=difference - margin, unit="µs"),
        Figure(name=f"{method}: upper end of the 99% interval", value=difference + margin, unit="µs"),
    ]


def trimmed_mean(values: Sequence[float]) -> tuple[float, float]:
    """The mean without the ends, and how far from it the true one may be (Tukey and McLaughlin, 1963).

    The error is that of the values with those at the ends pulled in, as is due to a trimmed mean.
    """
    ordered = sorted(values)
    cut = int(len(ordered) * _TRIMMED)
    kept = ordered[cut : len(ordered) - cut]
    pulled_in = [kept[0]] * cut + kept + [kept[-1]] * cut
    error = stdev(pulled_in) / ((1 - 2 * _TRIMMED) * len(ordered) ** 0.5)
    return mean(kept), NormalDist().inv_cdf((1 + _CONFIDENCE) / 2) * error
