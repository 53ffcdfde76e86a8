"""A database that lasts as long as a run."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from todo_api.database_url import parse_database_url
from todo_api.embedded import EmbeddedPostgres
from todo_api.embedded.directory import make_once
from todo_api.migrating import migrate

_SETTINGS = "track_commit_timestamp = on\n"
"""So that it can be asked when a row was committed; all else is as `todo up` has it, waiting for the disk included."""

QUIET = """
autovacuum = off
checkpoint_timeout = 30min
max_wal_size = 4GB
"""
"""So that nothing happens in one slice that does not happen in the other; whoever wants it sweeps up between them."""


@contextmanager
def temporary_database(settings: str = "") -> Iterator[str]:
    """The DATABASE_URL of a migrated database in a new folder; both are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="todo-bench-") as name:
        folder = Path(name).resolve()
        make_once(folder / "postgres")
        with (folder / "postgres" / "postgresql.conf").open("a") as configuration:
            configuration.write(_SETTINGS + settings)
        with EmbeddedPostgres(folder, "bench") as server:
            asyncio.run(migrate(parse_database_url(server.url)))
            yield server.url
