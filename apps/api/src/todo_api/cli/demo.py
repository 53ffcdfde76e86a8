"""`todo demo`: an account with a believable week of tasks in it."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from todo_api.cli.configuration import completed_environment
from todo_api.cli.data_folder import data_folder
from todo_api.cli.options import ME, Data, PerhapsUser
from todo_api.cli.published import origin_of
from todo_api.cli.refusal import Refused
from todo_api.cli.site import Site
from todo_api.cli.tokens import token_for
from todo_api.demo import Contents, Missing, missing_of
from todo_api.origins import parse_origins
from todo_api.settings import Settings
from todo_domain.schemas import Batch

_EMAIL, _PASSWORD, _NAME = "demo@todo.example", "a believable week", "Robin"
_TOKEN_SECONDS = 300


def _origin(url: str) -> str:
    try:
        (origin,) = parse_origins(url.removesuffix("/"))
    except ValueError as error:
        raise typer.BadParameter("It is an address such as http://127.0.0.1:8000.") from error
    return origin


def demo(  # noqa: PLR0913  one for each option
    *,
    data: Data = None,
    url: Annotated[
        str | None,
        typer.Option(metavar="URL", parser=_origin, help="Where it answers, if no `todo up` of the data folder does."),
    ] = None,
    email: Annotated[
        str | None, typer.Option(metavar="ADDRESS", show_default=_EMAIL, help="Who signs in, or up if not known yet.")
    ] = None,
    password: Annotated[
        str | None, typer.Option(metavar="TEXT", show_default=_PASSWORD, help="The password; elsewhere, one of yours.")
    ] = None,
    user: PerhapsUser = None,
    yes: Annotated[bool, typer.Option("--yes", help="Fill an account that has other tasks, too.")] = False,
) -> None:
    """Fill an account of the `todo up` that is running with a believable week of tasks, from today on.

    Where people sign in, it is the account of a person made for it, whose e-mail address and password are printed; with
    --no-web it is that of --user, which is "me" if not set.

    Run again, it changes nothing of what is there: what was edited, completed or put into the trash stays so, with the
    dates of the first time. What was deleted for good comes back. To begin anew, delete the account and run it again.
    An account that has other tasks is left alone, unless you say --yes.
    """
    folder = data_folder(data)
    origin = url or origin_of(folder)
    if origin is None:
        raise Refused(
            f"No `todo up` is running on the data folder {folder}. Start it in another terminal with `todo up`,"
            " or name one that runs elsewhere with --url."
        )
    with Site(origin) as site:
        if site.signs_people_in():
            if user is not None:
                raise Refused(f"People sign in on {origin}: choose the account with --email instead of --user.")
            _sign_in(site, email or _EMAIL, password)
            ready = f"Open {origin} and sign in:\n  e-mail    {email or _EMAIL}\n  password  {password or _PASSWORD}"
        else:
            if email is not None or password is not None:
                raise Refused(f"Nobody signs in on {origin}: choose the account with --user.")
            _use_development_token(site, folder, user or ME)
            ready = f"It is in the account of {user or ME}, on {origin}: `todo token` gives a token for it."
        typer.echo(_fill(site, yes=yes))
    typer.echo(ready)


def _sign_in(site: Site, email: str, password: str | None) -> None:
    if password is None and not site.is_here:
        raise Refused(f"{site.origin} is not on this machine: choose a --password that not everybody knows.")
    site.sign_in(email, password or _PASSWORD, _NAME)


def _use_development_token(site: Site, folder: Path, user: str) -> None:
    if not site.is_here:
        raise Refused(f"{site.origin} signs nobody in, and is not on this machine, whose tokens are for nobody else.")
    settings = Settings.from_environment(completed_environment(folder))
    site.use_token(token_for(user, settings, _TOKEN_SECONDS))


def _fill(site: Site, *, yes: bool) -> str:
    missing = missing_of(Contents.of_export(site.export()), datetime.now().astimezone().date())
    if not missing.operations:
        return "The week is there already; nothing was added."
    if missing.own_tasks and not yes:
        raise Refused(
            f"This account has {_tasks(missing.own_tasks)} of its own, and nothing was added."
            " Add the week to them with --yes, or choose another account."
        )
    return _report(site, missing)


def _report(site: Site, missing: Missing) -> str:
    done = site.write(Batch(mode="each", operations=missing.operations)).results
    made = [each for operation, each in zip(missing.operations, done, strict=True) if operation.op.startswith("create")]
    refused = [each.problem.detail for each in made if each.problem is not None]
    told = (
        f"A week of {_tasks(missing.all_tasks)} is there."
        if len(made) == missing.all_things and not refused
        else f"{len(made) - len(refused)} of {missing.all_things} tasks, projects, sections and labels were added;"
        " what was there stayed as it was."
    )
    return f"{told} {len(refused)} could not be added: {refused[0]}" if refused else told


def _tasks(count: int) -> str:
    return f"{count} task{'' if count == 1 else 's'}"
