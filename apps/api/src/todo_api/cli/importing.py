"""`todo import`: a file of another todo, or an export of ours, into one user's account."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from todo_api.cli.options import Data, User
from todo_api.cli.refusal import Refused
from todo_api.cli.target import database_target
from todo_api.database import Database, DatabaseUnavailable
from todo_api.database_url import DatabaseTarget
from todo_api.importing import Contents, ImportService, Report, UnreadableFile, read_contents
from todo_api.services.scope import UserScope
from todo_domain import DomainError

_LARGEST_FILE = 256 * 1024 * 1024


def import_file(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", exists=True, dir_okay=False, help="The file; its content tells which of the two it is."
        ),
    ],
    user: User,
    data: Data = None,
    project: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The project that a CSV template goes into; else it is named by the file."),
    ] = None,
    skip_bad_rows: Annotated[  # noqa: FBT002  typer makes it a flag
        bool,
        typer.Option("--skip-bad-rows", help="Import the good rows although others cannot be taken."),
    ] = False,
) -> None:
    """Import a CSV template of Todoist, or a JSON Lines export of ours (GET /v1/account/export).

    Each row that cannot be taken is reported with its line and the reason, and then nothing is imported (exit status
    1), unless --skip-bad-rows leaves such rows out, and with them what belongs to them (exit status 0). Everything is
    imported in one transaction.

    An export keeps its ids: what the account has already stays as it is there, and importing twice changes nothing.
    An account with nothing in it yet takes over the time zone and the inbox's name, colour and place. A template makes
    its tasks anew each time. They go into the project of that name, which is made if there is none.

    In a template, @words of CONTENT become labels; PRIORITY 1, 2, 3, 4 is urgent, high, medium, none, and so is an
    empty one; comments and RESPONSIBLE go into the task's notes. DATE may be 2026-12-24, 24 Dec 2026 or Dec 24 2026,
    with a time or without: a time is one in TIMEZONE if the row has that. Other dates (“tomorrow”, “every monday”,
    “24 Dec”) are put into the notes in their own words, and reported. AUTHOR and IS_COLLAPSED are left out.
    """
    contents = _read(file, project)
    with database_target(data, "todo import") as target:
        report = asyncio.run(_import(target, user, contents, skip_bad_rows=skip_bad_rows))
    _print(report, file, user)
    if not report.imported:
        raise typer.Exit(1)


def _read(file: Path, project: str | None) -> Contents:
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from error
    if len(content) > _LARGEST_FILE:
        raise Refused(f"{file} is too large to be imported: it has more than {_LARGEST_FILE // 1024**2} MiB.")
    try:
        return read_contents(content, file.stem, project)
    except UnreadableFile as error:
        raise Refused(f"{file} cannot be imported. {error}") from error


async def _import(target: DatabaseTarget, user: str, contents: Contents, *, skip_bad_rows: bool) -> Report:
    database = Database(target, pool_size=1)
    try:
        with _progress_bar() as bar:
            task = bar.add_task("Importing", total=None)
            imports = ImportService(UserScope(database, user, datetime.now(UTC)))
            return await imports.run(
                contents,
                skip_bad_rows=skip_bad_rows,
                progress=lambda done, total: bar.update(task, completed=done, total=total),
            )
    except DomainError as error:
        raise Refused(f"Nothing was imported. {error.detail}") from error
    except DatabaseUnavailable as error:
        raise Refused(
            "The database went away during the import. See whether the rows are there before you run it again."
        ) from error
    finally:
        await database.close()


@contextmanager
def _progress_bar() -> Iterator[Progress]:
    """On standard error, if somebody looks at it."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield bar


def _print(report: Report, file: Path, user: str) -> None:
    """The report on standard error, the outcome on standard output."""
    errors = Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)
    for refused in report.refused:
        errors.print(f"line {refused.line}: not taken: {refused.reason}")
    for remark in report.remarks:
        errors.print(f"line {remark.line}: note: {remark.text}")
    rows = f"{len(report.refused):,} row{'' if len(report.refused) == 1 else 's'}"
    if not report.imported:
        errors.print(
            f"Nothing was imported, as {rows} of {file.name} could not be taken."
            " Put them right, or leave them out with --skip-bad-rows."
        )
        return
    typer.echo(f"Imported for {user}: {report.created}.")
    if report.present.total:
        typer.echo(f"Already there: {report.present}.")
    if report.refused:
        typer.echo(f"Left out: {rows}.")
