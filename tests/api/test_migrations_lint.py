"""What the migrations do to a database in use, as squawk judges it: no lock for long, nothing taken away."""

import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, text

from cluster import Cluster
from todo_api.database_url import DatabaseTarget
from todo_api.migrating import configuration, exclusive_connection

pytestmark = pytest.mark.direct("a migration is refused there")

BY_DESIGN = {
    "prefer-robust-stmts": "a step is one transaction, and one that leaves it is written to be done again",
    "require-statement-timeout": "a step may take its time once it has its locks; lock_timeout bounds the wait",
    "prefer-bigint-over-smallint": "a priority and a depth are small for good",
    "prefer-bigint-over-int": "and so are minutes",
}


@pytest.fixture
async def migrations(cluster: Cluster, tmp_path: Path) -> AsyncIterator[list[Path]]:
    """The SQL of each step as it was run, oldest first; of the first one's tables there are no users yet."""
    target = await cluster.create_database()
    files = []
    for step in reversed(list(ScriptDirectory.from_config(configuration()).walk_revisions())):
        files.append(tmp_path / f"{step.revision}.sql")
        files[-1].write_text(await sql_of(target, step.revision))
    yield files[1:]
    await cluster.drop_database(target)


async def sql_of(target: DatabaseTarget, revision: str) -> str:
    statements = []

    def upgrade(connection: Connection) -> None:
        def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            if not statement.lstrip().startswith("SELECT") and "alembic_version" not in statement:
                statements.append(f"{statement.strip()};")

        event.listen(connection, "before_cursor_execute", note)
        command.upgrade(configuration(connection), revision)

    async with exclusive_connection(target) as connection:
        statements.append(f"SET lock_timeout = '{await connection.scalar(text('SHOW lock_timeout'))}';")
        await connection.commit()
        await connection.run_sync(upgrade)
    return "\n".join(statements)


def linted(*files: Path) -> subprocess.CompletedProcess[str]:
    left_out = [f"--exclude={','.join(BY_DESIGN)}", "--pg-version=17"]
    return subprocess.run(["squawk", *left_out, *files], capture_output=True, text=True, timeout=30, check=False)  # noqa: S607  of this environment


async def test_no_step_is_in_the_way_of_those_who_use_the_database(migrations: list[Path]) -> None:
    found = linted(*migrations)

    assert ["ADD COLUMN" in step.read_text() for step in migrations] == [True, True, False, True]
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize(
    ("rule", "step"),
    [
        ("require-concurrent-index-creation", "CREATE INDEX ix_task_mood ON task (mood)"),
        ("adding-required-field", "ALTER TABLE task ADD COLUMN mood text NOT NULL"),
        ("ban-drop-column", "ALTER TABLE task DROP COLUMN notes"),
        ("renaming-column", "ALTER TABLE task RENAME COLUMN notes TO description"),
        ("changing-column-type", "ALTER TABLE task ALTER COLUMN depth TYPE bigint"),
        ("constraint-missing-not-valid", "ALTER TABLE task ADD CONSTRAINT x CHECK (depth > 0)"),
        ("require-lock-timeout", "ALTER TABLE task ADD COLUMN mood text"),
    ],
)
def test_a_step_that_is_in_the_way_is_found(rule: str, step: str, tmp_path: Path) -> None:
    file = tmp_path / "step.sql"
    file.write_text(("" if rule == "require-lock-timeout" else "SET lock_timeout = '1s';\n") + f"{step};\n")

    found = linted(file)

    assert found.returncode == 1
    assert rule in found.stdout
