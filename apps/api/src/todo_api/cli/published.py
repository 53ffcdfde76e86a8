"""Where the `todo up` of a data folder answers, for commands in other terminals."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from todo_api.embedded import FolderInUse
from todo_api.embedded.lock import FolderLock

type Whose = Literal["origin", "sign-in"]
"""That of whatever is served, and that of Better Auth, for as long as it signs people in."""


@contextmanager
def published(folder: Path, origin: str, whose: Whose = "origin") -> Iterator[None]:
    """Others find the origin for as long as this lasts. A folder that nothing else has made is not made for it."""
    lock = FolderLock(folder, whose)
    if folder.is_dir():
        with suppress(FolderInUse):  # of another one on another database
            lock.acquire("todo up")
            lock.publish(origin)
    try:
        yield
    finally:
        lock.release()


def origin_of(folder: Path, whose: Whose = "origin") -> str | None:
    """None if no `todo up` runs on this folder, or none that answers yet."""
    lock = FolderLock(folder, whose)
    return lock.published() if lock.is_held() else None
