"""`bench soak` as it is typed."""

import asyncio
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Annotated

import typer
import uvloop

from todo_bench.database import temporary_database
from todo_bench.limits import allow_open_files
from todo_bench.progress import Steps, showing_steps
from todo_bench.refusal import Invalid
from todo_bench.report import Figure, Report
from todo_bench.soaking.plot import draw
from todo_bench.soaking.sampling import SERIES, Sample, Sampler
from todo_bench.soaking.using import use
from todo_bench.soaking.verdict import growth, is_flat
from todo_bench.worker import Worker, running_worker

_LATE = 120.0
"""Seconds after which a run that should have ended is given up."""


def soak(
    minutes: Annotated[float, typer.Option(min=0.1, help="For which it is busy.")] = 20,
    connections: Annotated[int, typer.Option(min=1, help="That are in use all the time, each by another user.")] = 100,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", dir_okay=False, help="Draw what was sampled there, as PNG.")
    ] = None,
    json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", dir_okay=False, help="Write the figures there as well.")
    ] = None,
) -> None:
    """Whether a busy worker's memory, open files, backends and prepared statements stay as they are.

    Exit status 1 says that one of them grew by more than 5 % within the second half.
    """
    seconds = minutes * 60
    allow_open_files(connections)
    with ExitStack() as running:
        steps = running.enter_context(showing_steps())
        worker = running.enter_context(running_worker(running.enter_context(temporary_database())))
        (answered, put_off), samples = uvloop.run(_measure(worker, connections, seconds, steps))
    if plot is not None:
        draw(samples, plot)
    grown = {name: growth(_series(samples, "seconds"), _series(samples, name)) for name in SERIES}
    figures = [Figure(name="requests", value=answered / seconds, unit="requests/s")]
    figures.append(Figure(name="requests put off with 503", value=100 * put_off / max(1, answered), unit="%"))
    for name in SERIES:
        level = median(_series(samples, name)[len(samples) // 2 :])
        figures.append(Figure(name=f"{name}, median of the second half", value=level, unit=name))
        figures.append(Figure(name=f"{name}, growth in the second half", value=100 * grown[name], unit="%"))
    report = Report.of("soak", {"minutes": minutes, "connections": connections}, figures)
    report.print()
    if json is not None:
        report.write(json)
    growing = [name for name, share in grown.items() if not is_flat(share)]
    if growing:
        raise Invalid(f"Not flat: {', '.join(growing)}.")
    typer.echo("Flat.")


async def _measure(
    worker: Worker, connections: int, seconds: float, steps: Steps
) -> tuple[tuple[int, int], list[Sample]]:
    users = [f"user {number}" for number in range(connections)]
    done = steps.begin("Soaking, seconds", round(seconds))
    try:
        async with asyncio.timeout(seconds + _LATE), asyncio.TaskGroup() as group:
            using = group.create_task(use(worker, users, seconds))
            sampling = group.create_task(Sampler(worker).sample(seconds, done))
    except* Invalid as refused:
        raise Invalid(str(_first(refused))) from None
    except* TimeoutError:
        raise Invalid("It did not end in time; the run is invalid.") from None
    return using.result(), sampling.result()


def _first(group: BaseExceptionGroup[Invalid]) -> BaseException:
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _series(samples: list[Sample], name: str) -> list[float]:
    return [getattr(sample, name) for sample in samples]
