"""A candidate of the benchmark as a process, from its first answer to its last."""

import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpx2

from todo_bench import processes
from todo_bench.candidates import Candidate
from todo_bench.worker import HOST

START_SECONDS = 60.0


@contextmanager
def running(candidate: Candidate, environment: Mapping[str, str]) -> Iterator[str]:
    """The base URL of a candidate that is ready; its process is gone afterwards."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
    with processes.running(candidate.command(port), {**environment, "PORT": str(port)}) as program:
        url = f"http://{HOST}:{port}"
        assert _becomes_ready(program, url), f"{candidate.name} did not start:\n{program.log()}"
        yield url


def _becomes_ready(program: processes.Running, url: str) -> bool:
    deadline = time.monotonic() + START_SECONDS
    with httpx2.Client(base_url=url, trust_env=False, timeout=5) as http:
        while not program.has_ended and time.monotonic() < deadline:
            try:
                if http.get("/healthz").status_code == httpx2.codes.OK:
                    return True
            except httpx2.TransportError:
                time.sleep(0.05)
    return False
