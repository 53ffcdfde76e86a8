"""A candidate of the benchmark as a process, from its first answer to its last."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2

HOST = "127.0.0.1"
START_SECONDS = 60.0
STOP_SECONDS = 15.0


@dataclass(frozen=True)
class Candidate:
    """How one is started. `{port}` in the command is where it has to listen, which `PORT` tells it, too."""

    name: str
    command: Sequence[str]
    supports_unchanged: bool = False
    """Whether a list that the caller still has is answered with 304."""


def served_by_uvicorn(module: str, *options: str) -> Sequence[str]:
    """The command of an ASGI application, served as production would have it."""
    server = ("--host", HOST, "--port", "{port}", "--loop", "uvloop", "--http", "httptools", "--no-access-log")
    return (sys.executable, "-m", "uvicorn", module, *server, *options)


@contextmanager
def running(candidate: Candidate, environment: Mapping[str, str]) -> Iterator[str]:
    """The base URL of a candidate that is ready; its process is gone afterwards."""
    port = free_port()
    command = [part.format(port=port) for part in candidate.command]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, **environment, "PORT": str(port)},
        )
        url = f"http://{HOST}:{port}"
        try:
            if not _becomes_ready(process, url):
                log.seek(0)
                raise AssertionError(f"{candidate.name} did not start:\n{log.read().decode(errors='replace')}")
            yield url
        finally:
            _stop(process)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
        return port


def _becomes_ready(process: subprocess.Popen[bytes], url: str) -> bool:
    deadline = time.monotonic() + START_SECONDS
    with httpx2.Client(base_url=url, trust_env=False, timeout=5) as http:
        while process.poll() is None and time.monotonic() < deadline:
            try:
                if http.get("/healthz").status_code == httpx2.codes.OK:
                    return True
            except httpx2.TransportError:
                time.sleep(0.05)
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
