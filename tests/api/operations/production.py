"""The API as it is run in production: a process of uvicorn's, and what it writes on standard error."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from running import SECRET, UNHURRIED, Api, settings_of
from todo_api.database_url import DatabaseTarget
from todo_api.embedded.postmaster import wait_until

SECONDS = 20.0
UVICORN = [sys.executable, "-m", "uvicorn", "--factory", "todo_api.app:app_from_environment", "--port", "0"]


class Production:
    """A process that is running, or was."""

    def __init__(self, url: str, database: DatabaseTarget, log: Path, **environment: str) -> None:
        self._log = log
        ours = {"DATABASE_URL": url, "TODO_DEVELOPMENT_SECRET": SECRET, "TODO_DRAIN_SECONDS": "0", **UNHURRIED}
        with log.open("wb") as errors:
            self.process = subprocess.Popen(UVICORN, stderr=errors, stdout=subprocess.PIPE, env=ours | environment)
        assert wait_until(lambda: self._address() is not None, SECONDS), self.text
        self.api = Api(f"http://{self._address()}", settings_of(url, **environment), database)

    @property
    def text(self) -> str:
        """All that it has written so far."""
        return self._log.read_text()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def stop(self) -> bytes:
        """End it, and give back what it wrote on standard output."""
        self.process.terminate()
        assert self.process.stdout is not None
        output = self.process.stdout.read()
        self.process.wait(SECONDS)
        return output

    def _address(self) -> str | None:
        found = re.search(r"running on http://([0-9.:]+)", self.text)
        return None if found is None else found[1]


@contextmanager
def production(url: str, database: DatabaseTarget, log: Path, **environment: str) -> Iterator[Production]:
    running = Production(url, database, log, **environment)
    try:
        yield running
    finally:
        running.process.kill()
        running.process.communicate(timeout=SECONDS)
