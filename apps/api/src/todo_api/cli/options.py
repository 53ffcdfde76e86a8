"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

from todo_api.auth.claims import subject
from todo_api.auth.errors import MalformedToken


def _user(name: str) -> str:
    try:
        return subject(name)
    except MalformedToken as error:
        raise typer.BadParameter(str(error)) from error


Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        file_okay=False,
        show_default="the platform's folder for a user's data",
        help="The data folder: the embedded PostgreSQL and the development secret.",
    ),
]
_OPTION = typer.Option("--user", metavar="NAME", parser=_user, help="The user: 1 to 255 printable ASCII characters.")
ME = "me"
"""Whose tasks they are if nobody says."""
User = Annotated[str, _OPTION]
PerhapsUser = Annotated[str | None, _OPTION]
