"""One worker of the API, as production runs it: a process of uvicorn's with uvloop, httptools and no access log."""

import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from todo_api.auth import ClaimRules, mint
from todo_api.embedded.postmaster import wait_until
from todo_api.settings import DEVELOPMENT_ISSUER, SECRET_BYTES
from todo_bench import costs
from todo_bench.processes import Running, running
from todo_bench.refusal import Invalid, Refusal

HOST = "127.0.0.1"
START_SECONDS = 30.0
TOKEN_SECONDS = 24 * 3600
"""Longer than any run: a token that expires ends its stream."""

UVICORN = (
    *(sys.executable, "-m", "uvicorn", "--host", HOST, "--workers", "1", "--loop", "uvloop", "--http", "httptools"),
    *("--no-access-log", "--timeout-graceful-shutdown", "5"),
)
API = ("--factory", "todo_api.app:app_from_environment")
SETTINGS = {"TODO_RATE_LIMIT": "1000000000", "TODO_RATE_LIMIT_ADDRESS": "1000000000", "TODO_DRAIN_SECONDS": "0"}
"""Limits on the rate of requests that are counted, as in production, and out of reach; and no waiting at the end."""
_ADDRESS = re.compile(rf"running on http://{re.escape(HOST)}:(\d+)")


@dataclass(frozen=True)
class Worker:
    """A running worker: where it answers, which process it is, and on what database."""

    port: int
    process_id: int
    database_url: str
    _secret: str = field(repr=False)

    def token(self, user_id: str) -> str:
        return token(self._secret, user_id)

    def memory(self) -> int | None:
        """The bytes that it occupies, or None where the system does not tell."""
        return costs.memory(self.process_id)


def new_secret() -> str:
    return secrets.token_hex(SECRET_BYTES)


def token(secret: str, user_id: str) -> str:
    rules = ClaimRules(DEVELOPMENT_ISSUER, DEVELOPMENT_ISSUER)
    return mint(secret, rules, user_id=user_id, lifetime_seconds=TOKEN_SECONDS)


@contextmanager
def running_worker(database_url: str) -> Iterator[Worker]:
    """A worker on this database; it is gone afterwards.

    Raises:
        Refusal: it did not start.
        Invalid: it ended before it was told to.
    """
    secret = new_secret()
    environment = {"DATABASE_URL": database_url, "TODO_DEVELOPMENT_SECRET": secret, **SETTINGS}
    with running((*UVICORN, "--port", "0", *API), environment) as program:
        yield Worker(_port(program), program.id, database_url, secret)
        if program.has_ended:
            status = program.process.returncode
            raise Invalid(f"The worker ended in the middle of the run, with status {status}.")


def _port(program: Running) -> int:
    """The port that it has taken, which is in its log as soon as it answers there."""
    wait_until(lambda: program.has_ended or _ADDRESS.search(program.log()) is not None, START_SECONDS)
    address = _ADDRESS.search(program.log())
    if address is None:
        raise Refusal(f"The worker did not start: {program.last_words()}")
    return int(address[1])
