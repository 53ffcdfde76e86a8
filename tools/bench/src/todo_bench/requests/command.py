"""The comparison as it is typed: who takes part, in what, for how long."""

from collections.abc import Collection, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from todo_bench.baselines.node import Skipped
from todo_bench.candidates import CANDIDATES, Candidate
from todo_bench.database import QUIET, temporary_database
from todo_bench.deadline import run_within
from todo_bench.limits import allow_open_files
from todo_bench.progress import Steps, showing_steps
from todo_bench.refusal import Refusal
from todo_bench.requests.closed_loop import ClosedLoop
from todo_bench.requests.comparison import compare
from todo_bench.requests.database_alone import DatabaseAlone
from todo_bench.requests.plot import draw
from todo_bench.requests.population import FEWEST_TASKS
from todo_bench.requests.result import Asked
from todo_bench.requests.scenarios import SCENARIOS
from todo_bench.requests.tables import print_tables
from todo_bench.requests.wrk import Wrk

_EVERYBODY = [*CANDIDATES, DatabaseAlone.name]
_CONNECTIONS = [100]
_ALL_CONNECTIONS = [1, 10, 100, 400]


def _named(names: Collection[str]) -> typer.models.OptionInfo:
    """An option that takes any of these; none of them stands for all."""

    def check(given: list[str] | None) -> list[str]:
        for name in given or ():
            if name not in names:
                raise typer.BadParameter(f"{name} is none of {', '.join(names)}.")
        return [name for name in names if name in (given or ())]

    option: typer.models.OptionInfo = typer.Option(
        callback=check, metavar="NAME", show_default=False, help=f"Any of {', '.join(names)}; repeatable."
    )
    return option


def measure_requests(  # noqa: PLR0913, PLR0917  what can be chosen
    context: typer.Context,
    candidate: Annotated[list[str] | None, _named(_EVERYBODY)] = None,
    scenario: Annotated[list[str] | None, _named(SCENARIOS)] = None,
    connections: Annotated[
        list[int] | None,
        typer.Option(min=1, show_default="100", help="How many ask at the same time; repeatable."),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="With 1, 10, 100 and 400 connections.")] = False,  # noqa: FBT002  a switch
    seconds: Annotated[float, typer.Option(min=0.1, help="Of a slice; wrk measures whole ones.")] = 3,
    repeats: Annotated[int, typer.Option(min=1, help="Slices of each candidate in each scenario.")] = 3,
    users: Annotated[int, typer.Option(min=1, help="In the database.")] = 1000,
    tasks: Annotated[int, typer.Option(min=FEWEST_TASKS, help="Of each user.")] = 500,
    wrk: Annotated[
        bool | None, typer.Option("--wrk/--no-wrk", show_default="if it is there", help="Send the load with wrk.")
    ] = None,
    limit: Annotated[float, typer.Option(min=1, help="Seconds after which the run is given up.")] = 7200,
    json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", dir_okay=False, help="Write every slice there as well.")
    ] = None,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", dir_okay=False, help="Draw the rates there, as a PNG.")
    ] = None,
) -> None:
    """Measure the API: as in production, on a PostgreSQL of its own in a temporary folder.

    Without a command: how many requests a second it answers, beside what it could be compared with.
    """
    if context.invoked_subcommand is not None:
        return
    asked = Asked(
        candidates=candidate or _EVERYBODY,
        scenarios=scenario or list(SCENARIOS),
        connections=_ALL_CONNECTIONS if full else connections or _CONNECTIONS,
        seconds=seconds,
        repeats=repeats,
        users=users,
        tasks=tasks,
    )
    allow_open_files(max(asked.connections), "connections")
    load = _load(wrk=wrk)
    with ExitStack() as running:
        steps = running.enter_context(showing_steps())
        candidates = _prepared(asked, steps, wanted=bool(candidate))
        url = running.enter_context(temporary_database(QUIET))
        comparison = run_within(limit, compare(url, candidates, load, asked, steps))
    print_tables(comparison)
    if json is not None:
        comparison.write(json)
    if plot is not None:
        draw(comparison, plot)


def _load(*, wrk: bool | None) -> Wrk | ClosedLoop:
    found = None if wrk is False else Wrk.found()
    if found is None and wrk:
        raise Refusal("There is no wrk on the PATH; without --wrk the bench sends the load itself.")
    return found or ClosedLoop()


def _prepared(asked: Asked, steps: Steps, *, wanted: bool) -> Mapping[str, Candidate]:
    """Those of the candidates that can take part; who cannot is left out, unless it was asked for by name."""
    names = [name for name in asked.candidates if name in CANDIDATES]
    done = steps.begin("Installing", len(names))
    prepared = {}
    for name in names:
        try:
            CANDIDATES[name].prepare()
        except Skipped as reason:
            if wanted:
                raise Refusal(f"{name} cannot take part: {reason}.") from reason
            typer.echo(f"{name} is left out: {reason}.", err=True)
        else:
            prepared[name] = CANDIDATES[name]
        done()
    return prepared
