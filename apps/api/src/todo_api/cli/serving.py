"""uvicorn, on a socket that was taken before anything else was started."""

import socket
from http.client import HTTPConnection, HTTPException
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import typer
import uvicorn
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import ChangeReload, Multiprocess

from todo_api.cli.refusal import Refused

HOST = "127.0.0.1"
APPLICATION = "todo_api.cli.worker:application"
GRACE_SECONDS = 5
FIRST_ANSWER_SECONDS = 600.0


def listen(port: int) -> socket.socket:
    """A socket that listens already, so that nobody else can take the port while the database starts.

    Raises:
        Refused: somebody else has it, or it is not ours to take.
    """
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise Refused(
            f"Port {port} on {HOST} cannot be used ({error.strerror}); choose another with --port."
        ) from error
    return listener


def serve(listener: socket.socket, *, reload: bool, workers: int) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises:
        Refused: the application did not start; the log has said why.
    """
    config = uvicorn.Config(
        APPLICATION,
        factory=True,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_config=None,  # as `write_logs` has it
        log_level="warning",
        reload=reload,
        reload_dirs=_sources() if reload else None,
        workers=workers,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    server = uvicorn.Server(config)
    if reload:
        ChangeReload(config, target=server.run, sockets=[listener]).run()
    elif workers > 1:
        supervisor = Multiprocess(config, sockets=[listener])
        supervisor.run()
        if any(worker.process.exitcode == STARTUP_FAILURE for worker in supervisor.processes):
            raise Refused("The API did not start.")
    else:
        server.run(sockets=[listener])


def say_when_answered(port: int, text: str) -> None:
    """Print a text as soon as the API answers its first request, which waits in the socket until then."""

    def ask() -> None:
        connection = HTTPConnection(HOST, port, timeout=FIRST_ANSWER_SECONDS)
        try:
            connection.request("GET", "/healthz", headers={"Connection": "close"})
            connection.getresponse().read()
        except (OSError, HTTPException):
            return
        finally:
            connection.close()
        typer.echo(text)

    Thread(target=ask, daemon=True).start()


def _sources() -> list[str]:
    packages = [find_spec(name) for name in ("todo_api", "todo_domain")]
    return [str(Path(package.origin).parent) for package in packages if package and package.origin]
