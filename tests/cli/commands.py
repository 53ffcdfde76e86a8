"""The `todo` command as somebody at a terminal uses it: a process, its lines, its exit status."""

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Thread
from typing import Self

import httpx2
import pytest
from alembic.script import ScriptDirectory

from todo_api.cli import main
from todo_api.embedded.postmaster import wait_until
from todo_api.migrating import configuration

SECONDS = 60.0
"""How long anything may take before a test gives up; on an idle machine all of it takes less than two."""

_LEFT_OUT = ("AUTH_", "BETTER_AUTH_", "DATABASE_URL", "FORWARDED_ALLOW_IPS", "PYTHON", "REDIS_URL", "TODO_")


def environment(**variables: str) -> dict[str, str]:
    """What the machine says, but of this API and of Python, and what the test says."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)} | variables


def migrated() -> list[str]:
    """What is said when an empty database is brought up to date: each step, as it is done."""
    steps = reversed(list(ScriptDirectory.from_config(configuration()).walk_revisions()))
    return [f"Migrated to {step.revision}" for step in steps]


def todo(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "todo_api.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        env=environment(**variables),
        check=False,
    )


def typed(*arguments: str | Path) -> int:
    """Run a command in this process, which is quicker, and give back its exit status."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["todo", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0)


@dataclass(frozen=True)
class PastedRequest:
    """A curl line, taken apart as a shell does it."""

    url: str
    headers: dict[str, str]
    body: str

    @classmethod
    def parse(cls, line: str) -> Self:
        curl, silent, url, *options = shlex.split(line)
        assert (curl, silent) == ("curl", "-sS")
        given = list(zip(options[::2], options[1::2], strict=True))
        headers = dict(value.split(": ", 1) for option, value in given if option == "-H")
        (body,) = (value for option, value in given if option == "-d")
        return cls(url, headers, body)

    def send(self) -> httpx2.Response:
        return httpx2.post(self.url, headers=self.headers, content=self.body, trust_env=False)


class Up:
    """A `todo up` that is running, in a process group of its own as a terminal would give it."""

    def __init__(self, *arguments: str | Path, **variables: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "todo_api.cli", "up", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(**variables),
            start_new_session=True,
        )
        self.patience = SECONDS
        self.lines: list[str] = []
        self.errors = ""
        self._more = Condition()
        self._ended = False
        self._readers = [Thread(target=self._read_lines), Thread(target=self._read_errors)]
        for reader in self._readers:
            reader.start()

    def line(self, beginning: str) -> str:
        """The first line that begins like this, as soon as it is printed."""

        def found() -> str | None:
            return next((line for line in self.lines if line.startswith(beginning)), None)

        with self._more:
            self._more.wait_for(lambda: found() is not None or self._ended, self.patience)
        line = found()
        assert line is not None, f"no line {beginning!r} in {self.lines}; {self.errors}"
        return line

    @property
    def url(self) -> str:
        return self.line("Docs: ").removeprefix("Docs: ").removesuffix("/docs")

    @property
    def curl(self) -> PastedRequest:
        return PastedRequest.parse(self.line("curl "))

    def get(self, path: str, token: str | None = None) -> httpx2.Response:
        headers = self.curl.headers if token is None else {"Authorization": f"Bearer {token}"}
        return httpx2.get(f"{self.url}{path}", headers=headers, trust_env=False)

    def titles(self) -> list[str]:
        """The titles of the tasks of the user whose token was printed."""
        return [task["title"] for task in self.get("/v1/tasks").json()["items"]]

    def stop(self, number: signal.Signals = signal.SIGINT, *, group: bool = False) -> int:
        """Send a signal, to the whole group as Ctrl-C does or to the one process, and give back the exit status."""
        if self.process.poll() is None:
            send = os.killpg if group else os.kill
            send(self.process.pid, number)
        status = self.process.wait(SECONDS)
        for reader in self._readers:
            reader.join(SECONDS)
        return status

    def leaves_nobody(self) -> bool:
        """Whether all processes of its group end; multiprocessing's resource tracker is the last one, by a moment."""

        def group_is_empty() -> bool:
            try:
                os.killpg(self.process.pid, 0)
            except ProcessLookupError:
                return True
            return False

        return wait_until(group_is_empty, SECONDS)

    def _read_lines(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for line in output:
                with self._more:
                    self.lines.append(line.rstrip("\n"))
                    self._more.notify_all()
        with self._more:
            self._ended = True
            self._more.notify_all()

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as output:
            self.errors = output.read()


@contextmanager
def running(*arguments: str | Path, **variables: str) -> Iterator[Up]:
    """A `todo up` of the API alone, on a free port; it is gone afterwards, whatever the test made of it."""
    with running_with_web("--no-web", *arguments, **variables) as up:
        yield up


@contextmanager
def running_with_web(*arguments: str | Path, **variables: str) -> Iterator[Up]:
    """A `todo up` of everything, which takes longer."""
    up = Up("--port", "0", *arguments, **variables)
    up.patience = 2 * SECONDS
    try:
        yield up
    finally:
        up.stop(signal.SIGTERM)


def postmaster(folder: Path) -> int:
    """The process of the PostgreSQL that serves a data folder."""
    return int((folder / "postgres" / "postmaster.pid").read_text().splitlines()[0])


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def ends(process: int) -> bool:
    """Whether a process ends; one that has lost its parent is counted until the system's first process reaps it."""
    return wait_until(lambda: not is_alive(process), SECONDS)
