"""One worker of the API, as production runs it: a process of uvicorn's with uvloop, httptools and no access log."""

import os
import re
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from todo_api.auth import ClaimRules, mint
from todo_api.embedded.postmaster import wait_until
from todo_api.settings import DEVELOPMENT_ISSUER, SECRET_BYTES
from todo_bench.refusal import Invalid, Refusal

HOST = "127.0.0.1"
START_SECONDS = 30.0
STOP_SECONDS = 15.0
TOKEN_SECONDS = 3600
"""Longer than any run: a token that expires ends its stream."""

_OPTIONS = (
    *("--host", HOST, "--port", "0", "--workers", "1", "--loop", "uvloop", "--http", "httptools"),
    *("--no-access-log", "--timeout-graceful-shutdown", "5"),
)
_ADDRESS = re.compile(rf"running on http://{re.escape(HOST)}:(\d+)")
_LEFT_OUT = ("AUTH_", "BETTER_AUTH_", "DATABASE_URL", "REDIS_URL", "TODO_", "UVICORN_")
"""Variables that would make another API of it than the one that others have measured."""


@dataclass(frozen=True)
class Worker:
    """A running worker: where it answers, which process it is, and on what database."""

    port: int
    process_id: int
    database_url: str
    _secret: str = field(repr=False)

    def token(self, user_id: str) -> str:
        rules = ClaimRules(DEVELOPMENT_ISSUER, DEVELOPMENT_ISSUER)
        return mint(self._secret, rules, user_id=user_id, lifetime_seconds=TOKEN_SECONDS)

    def memory(self) -> int | None:
        """The bytes that it occupies (its proportional set size), or None where the system does not tell."""
        try:
            lines = Path(f"/proc/{self.process_id}/smaps_rollup").read_text().splitlines()
        except OSError:
            return None
        (kibibytes,) = (line.split()[1] for line in lines if line.startswith("Pss:"))
        return int(kibibytes) * 1024


@contextmanager
def running_worker(database_url: str) -> Iterator[Worker]:
    """A worker on this database; it is gone afterwards.

    Raises:
        Refusal: it did not start.
        Invalid: it ended before it was told to.
    """
    secret = secrets.token_hex(SECRET_BYTES)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)}
    environment |= {"DATABASE_URL": database_url, "TODO_DEVELOPMENT_SECRET": secret, "TODO_DRAIN_SECONDS": "0"}
    command = [sys.executable, "-m", "uvicorn", "--factory", "todo_api.app:app_from_environment", *_OPTIONS]
    with tempfile.NamedTemporaryFile(prefix="todo-bench-", suffix=".log") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)  # noqa: S603  our own program
        try:
            yield Worker(_port(process, Path(log.name)), process.pid, database_url, secret)
            if process.poll() is not None:
                raise Invalid(f"The worker ended in the middle of the run, with status {process.returncode}.")
        finally:
            _stop(process)


def _port(process: subprocess.Popen[bytes], log: Path) -> int:
    """The port that it has taken, which is in its log as soon as it answers there."""
    wait_until(lambda: process.poll() is not None or _ADDRESS.search(log.read_text()) is not None, START_SECONDS)
    address = _ADDRESS.search(log.read_text())
    if address is None:
        last = (log.read_text().strip().splitlines() or ["it did not say why"])[-1]
        raise Refusal(f"The worker did not start: {last}")
    return int(address[1])


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
