"""`todo migrate`: the database's tables, brought up to date."""

import typer

from todo_api.cli.options import Data
from todo_api.cli.target import migrated, unmigrated_target
from todo_api.revisions import head


def migrate(data: Data = None) -> None:
    """Create the tables or bring them up to date, in the database of DATABASE_URL or in the embedded one.

    It can be run while `todo up` is running on the same folder, and any number of times.
    """
    with unmigrated_target(data, "todo migrate") as target:
        applied = migrated(target)
    for revision in applied:
        typer.echo(f"Applied {revision}")
    if not applied:
        typer.echo(f"Nothing to apply: the database is at {head()}.")
