"""Data folders, and a `todo up` to share."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.commands import Up, running


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty data folder whose path is short; pytest's own temporary folders let no system user through."""
    with tempfile.TemporaryDirectory(prefix="todo-") as folder:
        yield Path(folder).resolve() / "data"


@pytest.fixture(scope="module")
def up() -> Iterator[Up]:
    """A `todo up` that several tests use and none stops."""
    with tempfile.TemporaryDirectory(prefix="todo-") as folder, running("--data", folder) as up:
        yield up


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is set on this machine for the API must not decide a test, nor how wide its terminal is."""
    monkeypatch.setenv("COLUMNS", "200")
    for name in ("DATABASE_URL", "REDIS_URL", "AUTH_JWKS_URL", "BETTER_AUTH_SECRET", "TODO_DEVELOPMENT_SECRET"):
        monkeypatch.delenv(name, raising=False)
