"""The candidates, running."""

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from todo_bench import costs
from todo_bench.candidates import Candidate
from todo_bench.processes import Running, running
from todo_bench.refusal import Invalid, Refusal
from todo_bench.wire import Caller
from todo_bench.worker import HOST, START_SECONDS

_LOOK_AGAIN = 0.05


@dataclass(frozen=True)
class Server:
    """A candidate that answers."""

    candidate: Candidate
    port: int
    program: Running

    def cpu_seconds(self) -> float | None:
        return costs.cpu_seconds(self.program.id)

    def memory(self) -> int | None:
        return costs.memory(self.program.id)

    def check(self) -> None:
        """Raises Invalid if it has ended."""
        if self.program.has_ended:
            raise Invalid(
                f"{self.candidate.name} ended in the middle of the run: {self.program.last_words()};"
                " the run is invalid."
            )


@asynccontextmanager
async def serving(
    candidates: Mapping[str, Candidate], environment: Mapping[str, str]
) -> AsyncIterator[dict[str, Server]]:
    """All of them, each in a process of its own; they are gone afterwards.

    Raises:
        Refusal: one did not start.
    """
    async with AsyncExitStack() as started:
        servers = {}
        for name, candidate in candidates.items():
            port = _free_port()
            variables = {**environment, "PORT": str(port), "NODE_ENV": "production"}
            program = started.enter_context(running(candidate.command(port), variables))
            servers[name] = Server(candidate, port, program)
        for server in servers.values():
            await _until_ready(server)
        yield servers


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


async def _until_ready(server: Server) -> None:
    clock = asyncio.get_running_loop().time
    until = clock() + START_SECONDS
    while not await _is_ready(server):
        if server.program.has_ended or clock() > until:
            raise Refusal(f"{server.candidate.name} did not start: {server.program.last_words()}")
        await asyncio.sleep(_LOOK_AGAIN)


async def _is_ready(server: Server) -> bool:
    try:
        caller = await Caller.open(server.port)
        try:
            await caller.call("", "GET", "/healthz")
        finally:
            caller.close()
    except Invalid:
        return False
    return True
