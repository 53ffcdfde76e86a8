"""The server of apps/auth as a process: started, asked, ended."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from todo_api.embedded.node import NodeProject, node_wheel
from todo_api.embedded.postmaster import wait_until

AUTH = NodeProject(Path(__file__).parents[2] / "apps" / "auth")
SECONDS = 30.0
"""How long anything may take before a test gives up; on an idle machine a start takes one."""
ISSUER = "http://localhost:8000"
AUDIENCE = "http://localhost:8000/v1"
SECRET = "a secret of the tests' Better Auth, long enough"
_LEFT_OUT = ("AUTH_", "BETTER_AUTH_", "DATABASE_URL", "FORWARDED_ALLOW_IPS", "PG", "TODO_")


def environment(**variables: str) -> dict[str, str]:
    """What the machine says, but of our servers, and what the test says."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)} | variables


def settings(url: str, **more: str) -> dict[str, str]:
    """For a server on this database, on a free port, that lets everybody try as often as they like."""
    ours = {
        "DATABASE_URL": url,
        "BETTER_AUTH_SECRET": SECRET,
        "AUTH_ISSUER": ISSUER,
        "AUTH_AUDIENCE": AUDIENCE,
        "AUTH_PORT": "0",
        "AUTH_RATE_LIMIT": "off",
    }
    return ours | more


def program(name: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run one of its programs to the end."""
    return subprocess.run(
        [node_wheel() / "bin" / "node", f"src/{name}.ts", *arguments],
        cwd=AUTH.folder,
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def migrated(url: str) -> str:
    """Make its tables; what it said."""
    done = program("migrate", **settings(url))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


class AuthServer:
    """A process that is running, or was."""

    def __init__(self, *arguments: str, **variables: str) -> None:
        with tempfile.NamedTemporaryFile(prefix="todo-auth-", delete=False) as errors:
            self._errors = Path(errors.name)
            self.process = subprocess.Popen(
                [node_wheel() / "bin" / "node", "src/serve.ts", *arguments],
                cwd=AUTH.folder,
                env=environment(**variables),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        assert said.startswith("Better Auth answers on http://"), said + self.log
        self.url = said.split()[-1]

    @property
    def log(self) -> str:
        return self._errors.read_text()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log.splitlines()]

    def stop(self) -> int:
        """Tell it to end; its exit status."""
        self.process.terminate()
        return self.process.wait(SECONDS)

    def is_gone(self) -> bool:
        """Whether it ends by itself."""
        return wait_until(lambda: self.process.poll() is not None, SECONDS)

    def remove(self) -> None:
        self.process.kill()
        self.process.wait(SECONDS)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        self._errors.unlink()


@contextmanager
def running(*arguments: str, **variables: str) -> Iterator[AuthServer]:
    """A server; it is gone afterwards."""
    server = AuthServer(*arguments, **variables)
    try:
        yield server
    finally:
        server.remove()
