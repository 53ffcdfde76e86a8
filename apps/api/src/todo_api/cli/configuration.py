"""The environment that a command's settings are read from: ours, completed from the data folder where it is silent."""

import os
from pathlib import Path

from todo_api.cli.data_folder import development_secret
from todo_api.cli.target import parsed
from todo_api.embedded import EmbeddedPostgres

_TOKEN_MODES = {"AUTH_JWKS_URL", "BETTER_AUTH_SECRET", "TODO_DEVELOPMENT_SECRET"}


def completed_environment(folder: Path) -> dict[str, str]:
    """The environment with a DATABASE_URL and, for a database on this machine, with a way to verify tokens.

    What is missing of them comes from the folder: the URL of its embedded database, whether that runs or not, and its
    development secret.

    Raises:
        InvalidSettings: DATABASE_URL cannot be used.
        Refused: the folder cannot be used.
    """
    environment = dict(os.environ)
    environment.setdefault("DATABASE_URL", EmbeddedPostgres(folder).url)
    if not _TOKEN_MODES & environment.keys() and parsed(environment["DATABASE_URL"]).is_local:
        environment["TODO_DEVELOPMENT_SECRET"] = development_secret(folder)
    return environment
