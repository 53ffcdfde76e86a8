"""`todo up`: the database, the API, Better Auth and the web app, from one command, until Ctrl-C."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from todo_api.cli.beside import Beside, beside_the_api
from todo_api.cli.configuration import completed_environment
from todo_api.cli.data_folder import data_folder
from todo_api.cli.options import ME, Data, User
from todo_api.cli.published import published
from todo_api.cli.serving import HOST, listen, say_when_answered, serve
from todo_api.cli.sign_in import sign_in, token_settings
from todo_api.cli.target import bring_up_to_date
from todo_api.cli.tokens import token_for
from todo_api.embedded import EmbeddedPostgres, major_version
from todo_api.settings import Settings
from todo_api.telemetry.logs import write_logs

_STOPPING = [signal.SIGINT, signal.SIGTERM]


def up(  # noqa: PLR0913  one for each option
    *,
    data: Data = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port on 127.0.0.1; 0 takes a free one.")] = 8000,
    user: User = ME,
    workers: Annotated[int, typer.Option(min=1, max=32, help="Processes that serve requests.")] = 1,
    reload: Annotated[bool, typer.Option("--reload", help="Restart when the source code changes.")] = False,
    web: Annotated[bool, typer.Option("--web/--no-web", help="Serve the web app and Better Auth, too.")] = True,
) -> None:
    """Run the app on 127.0.0.1, with an embedded PostgreSQL or the one of DATABASE_URL.

    The tables are created or brought up to date, unless the database is on another machine. The web app and Better
    Auth, which signs people in, are installed and built when they are first needed; without a registry of Node
    packages, or where tokens come from elsewhere, the API runs alone. With --no-web it does so, too, and prints a
    request to try with a token for it. Ctrl-C stops everything; the data stays.
    """
    if reload and workers > 1:
        raise typer.BadParameter("It serves with one process: leave out --workers.", param_hint="--reload")
    folder = data_folder(data)
    embedded = "DATABASE_URL" not in os.environ
    environment = {"TODO_DOCS": "true", "TODO_DRAIN_SECONDS": "0"} | completed_environment(folder)
    settings = Settings.from_environment(environment)
    write_logs(settings.log_format)
    with _until_stopped(), ExitStack() as running:
        listener = running.enter_context(listen(port))
        port = listener.getsockname()[1]
        origin = f"http://{HOST}:{port}"
        if embedded:
            running.enter_context(EmbeddedPostgres(folder, "todo up"))
            typer.echo(f"PostgreSQL {major_version()} is running, its data in {folder}")
        running.callback(_ignore_impatience)
        for revision in bring_up_to_date(settings.database):
            typer.echo(f"Migrated to {revision}")
        beside = beside_the_api(environment) if web else None
        if beside is not None:
            auth_url = running.enter_context(sign_in(beside.auth, folder, settings.database_url, origin))
            environment = token_settings(environment, auth_url, origin) | beside.variables(auth_url)
            settings = Settings.from_environment(environment)
        os.environ.update(environment)  # uvicorn's workers read their settings there
        text = _welcome(settings, origin, user, folder if embedded else None, beside)
        running.enter_context(published(folder, origin))
        say_when_answered(port, text)
        serve(listener, reload=reload, workers=workers)


def _authorization(settings: Settings, user: str) -> str:
    """The header as a shell reads it: with a token, or with one of the issuer's that the shell is to put in."""
    if settings.jwks_url is not None:
        return '"Authorization: Bearer $TOKEN"'
    return f"'Authorization: Bearer {token_for(user, settings)}'"


def _welcome(settings: Settings, url: str, user: str, folder: Path | None, beside: Beside | None) -> str:
    host, port = settings.database.hosts[0]
    return "\n".join(
        [
            f"{'The API' if beside is None or beside.web is None else 'The app'} answers on {url} until Ctrl-C.",
            *([f"Sign in: {url}/api/auth"] if beside is not None and beside.web is None else []),
            *([f"Docs: {url}/docs"] if settings.docs else []),
            f"Data: {folder or f'{settings.database.database} on {host}:{port}'}",
            *([] if beside is not None else _request(url, _authorization(settings, user))),
        ]
    )


def _request(url: str, authorization: str) -> list[str]:
    content_type, task = "'Content-Type: application/json'", """'{"title": "Water the tomatoes"}'"""
    return ["Create a task:", f"curl -sS {url}/v1/tasks -H {authorization} -H {content_type} -d {task}"]


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
