"""`bench feed`: how fast a long feed is read, as a state from its beginning and as a log from an early cursor."""

import json
from dataclasses import asdict, dataclass
from itertools import batched
from statistics import median
from time import perf_counter

from todo_bench.progress import Steps
from todo_bench.refusal import Invalid
from todo_bench.report import Figure, Report, distribution
from todo_bench.wire import Caller
from todo_bench.worker import Worker
from todo_domain.schemas.batch import OPERATIONS_PER_BATCH

PATH = "/v1/changes"


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read."""

    changes: int
    """Tasks that are created, one change each."""
    page: int
    """Changes on a page."""
    repeats: int
    """How often the feed is read from end to end, each way."""


@dataclass(frozen=True, slots=True)
class Pass:
    """The feed, read once."""

    items: int
    seconds: float
    pages: list[float]
    """The seconds that each page took, from the request to the last byte."""
    cursor: str


async def measure(worker: Worker, reading: Reading, steps: Steps) -> Report:
    """Fill a user's feed, and read it one page after the other on one connection.

    Raises:
        Invalid: an answer was no success, or what was read is not what was written.
    """
    token = worker.token("ada")
    caller = await Caller.open(worker.port)
    beginning = await _read(caller, token, reading.page, None)
    done = steps.begin("Writing changes", -(-reading.changes // OPERATIONS_PER_BATCH))
    for batch in batched(range(reading.changes), OPERATIONS_PER_BATCH, strict=False):
        await _create(caller, token, batch)
        done()

    states, logs = [], []
    done = steps.begin("Reading the feed", 2 * reading.repeats)
    for _ in range(reading.repeats):
        # In turns, so that both have the same share of what else the machine does.
        states.append(_complete(await _read(caller, token, reading.page, None), beginning.items + reading.changes))
        done()
        logs.append(_complete(await _read(caller, token, reading.page, beginning.cursor), reading.changes))
        done()
    caller.close()
    return Report.of("feed", asdict(reading), [*_figures("state", states), *_figures("log", logs)])


async def _create(caller: Caller, token: str, numbers: tuple[int, ...]) -> None:
    operations = [
        {"op": "create_task", "body": {"title": f"Water the tomatoes {number}", "notes": "Twice a week"}}
        for number in numbers
    ]
    answer = await caller.call(token, "POST", "/v1/batch", json.dumps({"operations": operations}).encode())
    if not json.loads(answer.body)["committed"]:
        raise Invalid("A batch of changes was not committed; the run is invalid.")


async def _read(caller: Caller, token: str, page: int, cursor: str | None) -> Pass:
    """Read to the end. What the pages hold is counted between the requests, in time that is not measured.

    The event loop's own clock would not do: it stands still for as long as nobody awaits.
    """
    items, pages, has_more = 0, [], True
    while has_more:
        after = "" if cursor is None else f"&after={cursor}"
        began = perf_counter()
        answer = await caller.call(token, "GET", f"{PATH}?limit={page}{after}")
        pages.append(perf_counter() - began)
        document = json.loads(answer.body)
        items += len(document["items"])
        cursor, has_more = document["next_cursor"], document["has_more"]
    return Pass(items, sum(pages), pages, str(cursor))


def _complete(read: Pass, expected: int) -> Pass:
    if read.items != expected:
        raise Invalid(f"The feed had {read.items:,} changes instead of {expected:,}; the run is invalid.")
    return read


def _figures(name: str, passes: list[Pass]) -> list[Figure]:
    milliseconds = [1000 * seconds for each in passes for seconds in each.pages]
    return [
        Figure(name=f"{name}: changes", value=median(each.items / each.seconds for each in passes), unit="changes/s"),
        Figure(name=f"{name}: pages", value=median(len(each.pages) / each.seconds for each in passes), unit="pages/s"),
        *distribution(f"{name}: page", milliseconds, "ms"),
    ]
