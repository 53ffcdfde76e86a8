"""`todo up`: the database and the API, from one command, until Ctrl-C."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from todo_api.cli.configuration import completed_environment
from todo_api.cli.data_folder import data_folder
from todo_api.cli.options import Data, User
from todo_api.cli.serving import HOST, listen, say_when_answered, serve
from todo_api.cli.target import bring_up_to_date
from todo_api.cli.tokens import token_for
from todo_api.embedded import EmbeddedPostgres, major_version
from todo_api.settings import Settings
from todo_api.telemetry.logs import write_logs

_STOPPING = [signal.SIGINT, signal.SIGTERM]


def up(
    data: Data = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port on 127.0.0.1; 0 takes a free one.")] = 8000,
    user: User = "me",
    workers: Annotated[int, typer.Option(min=1, max=32, help="Processes that serve requests.")] = 1,
    reload: Annotated[bool, typer.Option("--reload", help="Restart when the source code changes.")] = False,  # noqa: FBT002  an option without a value
) -> None:
    """Run the API on 127.0.0.1, with an embedded PostgreSQL or the one of DATABASE_URL.

    The tables are created or brought up to date, unless the database is on another machine. When the API answers, the
    address of its documentation and a request to try are printed. Ctrl-C stops everything; the data stays.
    """
    if reload and workers > 1:
        raise typer.BadParameter("It serves with one process: leave out --workers.", param_hint="--reload")
    folder = data_folder(data)
    embedded = "DATABASE_URL" not in os.environ
    environment = {"TODO_DOCS": "true", "TODO_DRAIN_SECONDS": "0"} | completed_environment(folder)
    settings = Settings.from_environment(environment)
    authorization = _authorization(settings, user)
    write_logs(settings.log_format)
    os.environ.update(environment)  # uvicorn's workers read their settings there
    with _until_stopped(), ExitStack() as running:
        listener = running.enter_context(listen(port))
        if embedded:
            running.enter_context(EmbeddedPostgres(folder, "todo up"))
            typer.echo(f"PostgreSQL {major_version()} is running, its data in {folder}")
        running.callback(_ignore_impatience)
        for revision in bring_up_to_date(settings.database):
            typer.echo(f"Migrated to {revision}")
        port = listener.getsockname()[1]
        say_when_answered(port, _welcome(settings, port, authorization, folder if embedded else None))
        serve(listener, reload=reload, workers=workers)


def _authorization(settings: Settings, user: str) -> str:
    """The header as a shell reads it: with a token, or with one of the issuer's that the shell is to put in."""
    if settings.jwks_url is not None:
        return '"Authorization: Bearer $TOKEN"'
    return f"'Authorization: Bearer {token_for(user, settings)}'"


def _welcome(settings: Settings, port: int, authorization: str, folder: Path | None) -> str:
    url = f"http://{HOST}:{port}"
    host, database_port = settings.database.hosts[0]
    content_type, task = "'Content-Type: application/json'", """'{"title": "Water the tomatoes"}'"""
    return "\n".join(
        [
            f"The API answers on {url} until Ctrl-C.",
            *([f"Docs: {url}/docs"] if settings.docs else []),
            f"Data: {folder or f'{settings.database.database} on {host}:{database_port}'}",
            "Create a task:",
            f"curl -sS {url}/v1/tasks -H {authorization} -H {content_type} -d {task}",
        ]
    )


@contextmanager
def _until_stopped() -> Iterator[None]:
    """Make Ctrl-C, SIGTERM and a closed terminal a way to end well."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGHUP, _terminate)
    with suppress(KeyboardInterrupt):
        yield
    typer.echo("Stopped.")


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    signal.raise_signal(signal.SIGTERM)


def _ignore_impatience() -> None:
    """From here on PostgreSQL is stopping, which takes a moment and must not be broken off."""
    for number in _STOPPING:
        signal.signal(number, signal.SIG_IGN)
