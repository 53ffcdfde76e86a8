"""Where the `todo up` of a data folder answers, for commands in other terminals."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from todo_api.embedded import FolderInUse
from todo_api.embedded.lock import FolderLock

_LOCK = "origin"


@contextmanager
def published(folder: Path, origin: str) -> Iterator[None]:
    """Others find the origin for as long as this lasts. A folder that nothing else has made is not made for it."""
    lock = FolderLock(folder, _LOCK)
    if folder.is_dir():
        with suppress(FolderInUse):  # of another one on another database
            lock.acquire("todo up")
            lock.publish(origin)
    try:
        yield
    finally:
        lock.release()


def origin_of(folder: Path) -> str | None:
    """None if no `todo up` runs on this folder, or none that answers yet."""
    lock = FolderLock(folder, _LOCK)
    return lock.published() if lock.is_held() else None
