"""The real thing: `todo up` with all that it serves."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from cli.commands import running_with_web
from todo_api.cli.beside import beside_the_api

_UNHURRIED = {"AUTH_RATE_LIMIT": "off", "TODO_RATE_LIMIT": "1000000000", "TODO_RATE_LIMIT_ADDRESS": "1000000000"}
"""Everybody comes from one address here."""


@contextmanager
def running_app(**variables: str) -> Iterator[str]:
    """Its origin; it has a free port and an empty data folder, and is installed and built if it is not yet."""
    assert beside_the_api({"TODO_DEVELOPMENT_SECRET": "of the data folder"}) is not None
    with (
        tempfile.TemporaryDirectory(prefix="todo-") as folder,
        running_with_web("--data", f"{folder}/data", **_UNHURRIED, **variables) as up,
    ):
        yield up.url
