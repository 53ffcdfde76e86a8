"""PostgreSQL's data directory: made once, by one major version."""

import shutil
from pathlib import Path

from todo_api.embedded import programs
from todo_api.embedded.problems import EmbeddedUnavailable

# The same locale everywhere, and one that knows more letters than ASCII's.
_LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


def make_once(pgdata: Path) -> None:
    """Make the directory unless it is there.

    Raises:
        EmbeddedUnavailable: it could not be made, or another major version has made it.
    """
    try:
        made_by = (pgdata / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        _make(pgdata)
        return
    ours = programs.major_version()
    if made_by != ours:
        raise EmbeddedUnavailable(
            f"The data folder {pgdata.parent} was made by PostgreSQL {made_by}, and this is PostgreSQL {ours};"
            " choose another folder with --data, or move the data with pg_upgrade."
        )


def _make(pgdata: Path) -> None:
    # Under another name, because a directory that initdb was kept from finishing looks like one that it has finished.
    unfinished = pgdata.with_name(f"{pgdata.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    programs.owner().take(unfinished)
    programs.run("initdb", "-D", str(unfinished), "-U", "postgres", "--auth=trust", "--no-instructions", *_LOCALE)
    unfinished.rename(pgdata)
