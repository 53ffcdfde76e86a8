"""Programs that run for as long as they are measured, and what the system says they cost."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STOP_SECONDS = 15.0
_LEFT_OUT = ("AUTH_", "BETTER_AUTH_", "DATABASE_URL", "REDIS_URL", "TODO_", "UVICORN_")
"""Variables that would make another API of it than the one that others have measured."""


@dataclass(frozen=True)
class Running:
    """A program that was started."""

    process: subprocess.Popen[bytes]
    _log: Path

    @property
    def id(self) -> int:
        return self.process.pid

    @property
    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def log(self) -> str:
        return self._log.read_text(errors="replace")

    def last_words(self) -> str:
        return (self.log().strip().splitlines() or ["it did not say why"])[-1]


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Running]:
    """A program with these variables besides our own; it is gone afterwards."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)}
    with tempfile.NamedTemporaryFile(prefix="todo-bench-", suffix=".log") as log:
        process = subprocess.Popen(  # noqa: S603  the bench's own commands
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=inherited | dict(environment)
        )
        try:
            yield Running(process, Path(log.name))
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
