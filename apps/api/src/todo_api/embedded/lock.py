"""One process at a time serves a data folder, and others see that it does."""

import os
import sys
from pathlib import Path

from todo_api.embedded.problems import FolderInUse

if sys.platform != "win32":
    import fcntl


class FolderLock:
    """A lock that the kernel lets go of when its holder ends, however it ends.

    The file says who holds it and, once the database can be used, its URL.
    """

    def __init__(self, folder: Path, name: str = "lock") -> None:
        self._folder = folder
        self._path = folder / name
        self._file: int | None = None

    def acquire(self, command: str) -> None:
        """Raise FolderInUse if another process has it."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            holder, process, *_ = [*self._lines(), "todo", "0"]
            raise FolderInUse(self._folder, holder, int(process)) from None
        self._file = file
        os.ftruncate(file, 0)  # a holder that was killed has left its lines
        self._write(command, str(os.getpid()))

    def is_held(self) -> bool:
        """Whether anybody has it, this process included."""
        try:
            file = os.open(self._path, os.O_RDONLY)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(file)
        return False

    def publish(self, url: str) -> None:
        """Let other processes use the database as well."""
        holder, process = self._lines()
        self._write(holder, process, url)

    def published(self) -> str | None:
        """The URL that the holder has published, None if it has not come so far."""
        return next(iter(self._lines()[2:]), None)

    def release(self) -> None:
        if self._file is not None:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = None

    def _lines(self) -> list[str]:
        return self._path.read_text().splitlines()

    def _write(self, *lines: str) -> None:
        if self._file is not None:
            text = "".join(f"{line}\n" for line in lines).encode()
            os.pwrite(self._file, text, 0)
            os.ftruncate(self._file, len(text))
