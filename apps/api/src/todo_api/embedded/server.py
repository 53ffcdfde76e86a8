"""The server's life: made once, started, given a role and a database, stopped."""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self
from urllib.parse import quote

from todo_api.embedded import directory, postmaster, programs
from todo_api.embedded.lock import FolderLock
from todo_api.embedded.problems import EmbeddedUnavailable, FolderInUse, folder_unusable

START_SECONDS = 60.0
"""Long enough to replay what a crash left in the log."""
ATTACH_SECONDS = 30.0
SOCKET_PATH_BYTES = 103
"""What macOS allows for a socket's path; Linux allows four more."""
SOCKET_NAME = ".s.PGSQL.5432"
MAX_CONNECTIONS = 400

_ROLE_AND_DATABASE = r"""
SELECT 'CREATE ROLE todo LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'todo') \gexec
SELECT 'CREATE DATABASE todo OWNER todo' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'todo') \gexec
"""


class EmbeddedPostgres:
    """The PostgreSQL of a data folder, running while this context is open. Only its owner reaches its socket.

    Entering it raises FolderInUse while another process has it open, and EmbeddedUnavailable when it cannot run.
    """

    def __init__(self, folder: Path, command: str = "todo") -> None:
        """The command is what others are told to be using the folder."""
        self.folder = folder.expanduser().resolve()
        self._command = command
        self._pgdata = self.folder / "postgres"
        self._log = self.folder / "postgres.log"
        self._lock = FolderLock(self.folder)
        self._running = ExitStack()

    @property
    def url(self) -> str:
        """A DATABASE_URL for the role and the database `todo`; it is known before there is a server."""
        return f"postgresql://todo@/todo?host={quote(str(self._socket_folder), safe='/')}"

    def __enter__(self) -> Self:
        try:
            with ExitStack() as starting:
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._lock.acquire(self._command)
                starting.callback(self._lock.release)
                directory.make_once(self._pgdata)
                postmaster.clear_leftovers(self._pgdata, self._socket_folder / SOCKET_NAME)
                self._open_socket_folder(starting)
                self._start(starting)
                self._make_role_and_database()
                self._lock.publish(self.url)
                self._running = starting.pop_all()
        except OSError as error:
            raise folder_unusable(self.folder, error) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()

    @property
    def _socket_folder(self) -> Path:
        """The data directory, unless a socket's path cannot be as long or a list of directories not hold its name."""
        name = str(self._pgdata)
        if len(os.fsencode(self._pgdata / SOCKET_NAME)) <= SOCKET_PATH_BYTES and not set(name) & set(',"'):
            return self._pgdata
        digest = hashlib.sha256(os.fsencode(self._pgdata)).hexdigest()[:16]
        return Path(tempfile.gettempdir()).resolve() / f"todo-{digest}"

    def _open_socket_folder(self, starting: ExitStack) -> None:
        folder = self._socket_folder
        if folder == self._pgdata:
            return
        if len(os.fsencode(folder / SOCKET_NAME)) > SOCKET_PATH_BYTES:
            raise EmbeddedUnavailable(
                f"The data folder's path is too long for a socket, and so is that of the temporary folder {folder};"
                " choose a shorter one with --data."
            )
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), programs.owner().uid}:
            raise EmbeddedUnavailable(f"The folder {folder}, where the socket has to be, belongs to somebody else.")
        folder.chmod(0o700)
        programs.owner().take(folder)
        starting.callback(shutil.rmtree, folder, ignore_errors=True)

    def _start(self, starting: ExitStack) -> None:
        settings = {
            "listen_addresses": "",
            "log_error_verbosity": "terse",  # the values of users' rows are nothing for a log
            "log_min_error_statement": "panic",
            "max_connections": str(MAX_CONNECTIONS),
            "unix_socket_directories": f'"{self._socket_folder}"',
        }
        arguments = [argument for name, value in settings.items() for argument in ("-c", f"{name}={value}")]
        with self._log.open("wb") as log:
            # A session of its own keeps the terminal's Ctrl-C from it: it stops after those who use it.
            server = subprocess.Popen(  # noqa: S603  a program of the wheel's, without a shell
                [programs.program("postgres"), "-D", str(self._pgdata), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=programs.ENVIRONMENT,
                cwd="/",
                start_new_session=True,
                **programs.owner().process(),
            )
        starting.callback(_stop, server)
        came_up = postmaster.wait_until(
            lambda: server.poll() is not None or postmaster.is_ready(self._pgdata, server.pid), START_SECONDS
        )
        if not came_up or server.poll() is not None:
            raise EmbeddedUnavailable(f"PostgreSQL did not start: {self._reason()}. Its log is {self._log}.")

    def _make_role_and_database(self) -> None:
        programs.run("psql", "-X", "-q", "-h", str(self._socket_folder), "-U", "postgres", text=_ROLE_AND_DATABASE)

    def _reason(self) -> str:
        lines = self._log.read_text(errors="replace").splitlines()
        fatal = [line.partition("FATAL:")[2].strip() for line in lines if "FATAL:" in line]
        return fatal[-1] if fatal else f"it was not ready within {START_SECONDS:g} s"


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End it cleanly, or, if it takes too long, in the way from which its next start recovers."""
    for request in (signal.SIGINT, signal.SIGQUIT):
        server.send_signal(request)
        try:
            server.wait(postmaster.STOP_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        return


@contextmanager
def embedded_database(folder: Path, command: str) -> Iterator[str]:
    """The URL of a data folder's database: started for as long as this lasts, or that of a process that has started it.

    Raises:
        EmbeddedUnavailable: it cannot run, or the process that has the folder does not get it going.
    """
    server = EmbeddedPostgres(folder, command)
    with ExitStack() as running:
        yield _started_or_found(server, running)


def _started_or_found(server: EmbeddedPostgres, running: ExitStack) -> str:
    until = time.monotonic() + ATTACH_SECONDS
    while True:
        try:
            return running.enter_context(server).url
        except FolderInUse:
            # Whoever has the folder may still be starting the server, or have ended in this moment.
            url = FolderLock(server.folder).published()
            if url is not None:
                return url
            if time.monotonic() > until:
                raise
        time.sleep(postmaster.POLL_SECONDS)
