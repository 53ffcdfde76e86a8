"""`bench`: what is measured, and how often."""

import signal
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import typer

from todo_api.embedded import EmbeddedUnavailable
from todo_bench import events, feed, growth, log, timing
from todo_bench.database import temporary_database
from todo_bench.deadline import run_within
from todo_bench.limits import allow_open_files
from todo_bench.progress import showing_steps
from todo_bench.refusal import Invalid, Refusal
from todo_bench.report import Report
from todo_bench.requests.command import measure_requests
from todo_bench.soaking.command import soak
from todo_bench.worker import running_worker

app = typer.Typer(
    epilog="Exit status: 0 there are figures, 1 the run was invalid, 2 it could not begin.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command("soak")(soak)

app.callback(invoke_without_command=True)(measure_requests)

Json = Annotated[
    Path | None, typer.Option("--json", metavar="FILE", dir_okay=False, help="Write the figures there as well.")
]
Limit = Annotated[float, typer.Option(min=1, help="Seconds after which a run that has not ended is given up.")]


def _count(text: str) -> Any:
    return typer.Option(min=1, help=text)


@app.command("events")
def measure_events(  # noqa: PLR0913, PLR0917  what can be chosen
    idle: Annotated[int, _count("Streams of users who are written to once.")] = 1000,
    busy: Annotated[int, _count("Streams of users who are written to all the time.")] = 200,
    writers: Annotated[int, _count("Connections that write to the busy ones, as fast as they are answered.")] = 8,
    seconds: Annotated[float, typer.Option(min=0, help="For which they do.")] = 20,
    limit: Limit = 300,
    json: Json = None,
) -> None:
    """How soon a change reaches an open stream, and what a stream costs the worker."""
    allow_open_files(idle + busy)
    crowd = events.Crowd(idle, busy, writers, seconds)
    with ExitStack() as running:
        steps = running.enter_context(showing_steps())
        worker = running.enter_context(running_worker(running.enter_context(temporary_database())))
        report = run_within(limit, events.measure(worker, crowd, steps))
    _show(report, json)


@app.command("feed")
def measure_feed(
    changes: Annotated[int, _count("Changes in the feed.")] = 50_000,
    page: Annotated[int, _count("Changes on a page.")] = 500,
    repeats: Annotated[int, _count("How often the whole feed is read.")] = 3,
    limit: Limit = 600,
    json: Json = None,
) -> None:
    """How fast a client reads the feed: everything from its beginning, and what came after an early cursor."""
    reading = feed.Reading(changes, page, repeats)
    with ExitStack() as running:
        steps = running.enter_context(showing_steps())
        worker = running.enter_context(running_worker(running.enter_context(temporary_database())))
        report = run_within(limit, feed.measure(worker, reading, steps))
    _show(report, json)


@app.command("log")
def measure_log(
    creates: Annotated[int, _count("Creates in a slice.")] = 10,
    repeats: Annotated[int, _count("Slices of each kind.")] = 400,
    limit: Limit = 300,
    json: Json = None,
) -> None:
    """What stamping a task and logging the change add to its creation, as a ratio; without HTTP."""
    with ExitStack() as running:
        steps = running.enter_context(showing_steps())
        url = running.enter_context(temporary_database())
        report = run_within(limit, log.measure(url, log.Slices(creates, repeats), steps))
    _show(report, json)


@app.command("growth")
def measure_growth(
    rows: Annotated[
        list[int] | None,
        typer.Option(
            min=growth.FEW,
            show_default=", ".join(map(str, growth.SIZES)),
            help="Tasks of everybody; once for each size.",
        ),
    ] = None,
    repeats: Annotated[int, _count("Executions of each query.")] = 50,
    limit: Limit = 1800,
    json: Json = None,
) -> None:
    """What a user's queries cost when the tables grow: time, and pages of the database; without HTTP."""
    sizes = rows or growth.SIZES
    growth.check_space(max(sizes))
    with ExitStack() as running:
        steps = running.enter_context(showing_steps())
        url = running.enter_context(temporary_database())
        report = run_within(limit, growth.measure(url, sizes, repeats, steps))
    _show(report, json)


@app.command("timing")
def measure_timing(
    pairs: Annotated[
        int, typer.Option(min=20, help="Foreign and missing ones asked for in turns, for each method.")
    ] = 5_000,
    limit: Limit = 600,
    json: Json = None,
) -> None:
    """Whether the time of a 404 tells somebody else's task from none: the difference, with its 99% interval."""
    with ExitStack() as running:
        steps = running.enter_context(showing_steps())
        worker = running.enter_context(running_worker(running.enter_context(temporary_database())))
        report = run_within(limit, timing.measure(worker, timing.Asking(pairs), steps))
    _show(report, json)


def main() -> None:
    """Do what the command line says; ends in SystemExit."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: what was started is stopped
    try:
        app()
    except Invalid as reason:
        _leave(reason, 1)
    except (Refusal, EmbeddedUnavailable) as reason:
        _leave(reason, 2)


def _show(report: Report, json: Path | None) -> None:
    report.print()
    if json is not None:
        report.write(json)


def _leave(reason: Exception, status: int) -> None:
    typer.echo(str(reason), err=True)
    raise SystemExit(status) from None
