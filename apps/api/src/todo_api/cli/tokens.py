"""`todo token`: a bearer token for one user."""

import os
import re
from typing import Annotated

import typer

from todo_api.auth import ClaimRules, mint
from todo_api.auth.claims import DAY
from todo_api.cli.configuration import completed_environment
from todo_api.cli.data_folder import data_folder
from todo_api.cli.options import Data, User
from todo_api.cli.published import origin_of
from todo_api.cli.refusal import Refused
from todo_api.settings import InvalidSettings, Settings

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": DAY}


def _seconds(lifetime: str) -> int:
    match = re.fullmatch(r"([0-9]{1,6})([smhd])", lifetime)
    if match is None or not 0 < int(match[1]) * _UNITS[match[2]] <= DAY:
        raise typer.BadParameter(
            "It is a number and its unit, s, m, h or d, such as 15m; at least 1s and at most 1d.",
            param_hint="--lifetime",
        )
    return int(match[1]) * _UNITS[match[2]]


def token(
    user: User,
    data: Data = None,
    lifetime: Annotated[str, typer.Option(metavar="TIME", help="How long it lives: 90s, 15m, 12h; 1d at most.")] = "1d",
) -> None:
    """Print a token for a user, and nothing else.

    It is signed with the data folder's development secret (made if there is none), or with BETTER_AUTH_SECRET. Where
    `todo up` serves the web app, too, tokens come from signing in there.
    """
    seconds = _seconds(lifetime)
    folder = data_folder(data)
    settings = Settings.from_environment(completed_environment(folder))
    origin = origin_of(folder, "sign-in")
    if origin is not None and "TODO_DEVELOPMENT_SECRET" not in os.environ and settings.shared_secret is None:
        raise Refused(
            f"The `todo up` that runs on {folder} takes only the tokens of people who have signed in, at {origin};"
            " started with --no-web, it takes those of this command."
        )
    typer.echo(token_for(user, settings, seconds))


def token_for(user: str, settings: Settings, lifetime_seconds: int = DAY) -> str:
    """A token that an API with these settings takes.

    Raises:
        Refused: only the issuer can make one.
        InvalidSettings: the secret is a key of another kind.
    """
    secret = settings.shared_secret or settings.development_secret
    if secret is None:
        raise Refused("AUTH_JWKS_URL is set, so tokens come from that issuer alone: sign in there to get one.")
    name = "BETTER_AUTH_SECRET" if settings.shared_secret else "TODO_DEVELOPMENT_SECRET"
    rules = ClaimRules(settings.token_issuer, settings.token_audience)
    try:
        return mint(secret, rules, user_id=user, lifetime_seconds=lifetime_seconds)
    except ValueError as error:
        raise InvalidSettings(f"{name}: {error}") from error
