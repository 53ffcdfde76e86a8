"""The server process that a data directory's `postmaster.pid` names: ready or not, and what a crash left of it."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from todo_api.embedded.problems import EmbeddedUnavailable

STOP_SECONDS = 30.0
POLL_SECONDS = 0.02


def is_ready(pgdata: Path, process: int) -> bool:
    """Whether this server accepts connections: its file begins with its number and ends in that word."""
    try:
        lines = (pgdata / "postmaster.pid").read_text().split()
    except FileNotFoundError:
        return False
    return lines[:1] == [str(process)] and lines[-1] == "ready"


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Ask until it is true or the time is over; says which."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(POLL_SECONDS)
    return True


def clear_leftovers(pgdata: Path, socket: Path) -> None:
    """Make way for a new server, the caller holding the folder's lock: whoever started the last one has died.

    Raises:
        EmbeddedUnavailable: the last one does not stop.
    """
    file = pgdata / "postmaster.pid"
    process = _recorded_process(file)
    if process is not None and _serves(process, pgdata):
        os.kill(process, signal.SIGINT)  # a fast and clean shutdown
        if not wait_until(lambda: not _serves(process, pgdata), STOP_SECONDS):
            raise EmbeddedUnavailable(
                f"A PostgreSQL that was left running on {pgdata} does not stop; end process {process} and try again."
            )
    socket.with_name(f"{socket.name}.lock").unlink(missing_ok=True)
    if process is None:
        file.unlink(missing_ok=True)
    elif file.exists():
        # PostgreSQL would take a process that has got the dead server's number for that server, and refuse to start.
        # Its parent's number it takes for a stale one, and still looks for the dead server's shared memory.
        lines = file.read_text().splitlines(keepends=True)
        file.write_text("".join([f"{os.getpid()}\n", *lines[1:]]))


def _recorded_process(file: Path) -> int | None:
    try:
        return int(file.read_text().splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def _serves(process: int, pgdata: Path) -> bool:
    """Whether this process is the server of this directory, in which it then runs; a zombie runs nowhere."""
    try:
        if Path("/proc/self/cwd").exists():
            return Path(f"/proc/{process}/cwd").readlink() == pgdata
        os.kill(process, 0)
    except OSError:
        return False
    return True
