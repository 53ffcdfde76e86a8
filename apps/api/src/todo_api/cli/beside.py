"""What `todo up` serves beside the API: Better Auth, and the web app if the checkout has one."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from subprocess import TimeoutExpired

import typer

from todo_api.cli.checkout import built_web, installed_auth
from todo_api.embedded.node import CommandFailed, NodeProject, NodeUnavailable
from todo_api.front import AUTH_URL, WEB_FOLDER

_ALONE = "The API starts alone, without the web app:"


@dataclass(frozen=True)
class Beside:
    """Node apps that are installed and built."""

    auth: NodeProject
    web: Path | None

    def variables(self, auth_url: str) -> dict[str, str]:
        """By which the processes that serve know of it."""
        return {AUTH_URL: auth_url} | ({} if self.web is None else {WEB_FOLDER: str(self.web)})


def beside_the_api(environment: Mapping[str, str]) -> Beside | None:
    """None, and a sentence on standard error, where they cannot be had; None where tokens come from elsewhere."""
    if "TODO_DEVELOPMENT_SECRET" in os.environ or "TODO_DEVELOPMENT_SECRET" not in environment:
        return None
    try:
        auth = installed_auth()
        return None if auth is None else Beside(auth, built_web())
    except NodeUnavailable as error:
        typer.echo(f"{_ALONE} {str(error).splitlines()[0]}", err=True)
    except (CommandFailed, TimeoutExpired) as error:
        typer.echo(f"{_ALONE} {error}", err=True)
    return None
