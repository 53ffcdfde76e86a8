"""What `todo up` prints and serves."""

from pathlib import Path

import httpx2
import pytest

from cli.commands import Up, migrated, todo, typed
from todo_api.revisions import head


def data_folder(up: Up) -> Path:
    return Path(up.line("Data: ").removeprefix("Data: "))


def test_the_printed_request_creates_a_task(up: Up) -> None:
    response = up.curl.send()

    assert response.status_code == 201
    assert response.json()["title"] == "Water the tomatoes"
    assert "Water the tomatoes" in up.titles()


def test_it_says_what_it_did_and_nothing_else(up: Up) -> None:
    up.line("curl ")
    folder = data_folder(up)

    assert up.lines[:-1] == [
        f"PostgreSQL 18 is running, its data in {folder}",
        *migrated(),
        f"The API answers on {up.url} until Ctrl-C.",
        f"Docs: {up.url}/docs",
        f"Data: {folder}",
        "Create a task:",
    ]


def test_the_printed_documentation_is_there(up: Up) -> None:
    response = httpx2.get(up.line("Docs: ").removeprefix("Docs: "), trust_env=False)

    assert response.status_code == 200


def test_a_second_one_on_the_same_folder_says_so(up: Up) -> None:
    folder = data_folder(up)

    second = todo("up", "--port", "0", "--data", folder)

    assert second.returncode == 1
    assert second.stdout == ""
    assert second.stderr == (
        f"A `todo up` is running on the data folder {folder} (process {up.process.pid});"
        " end it first, or choose another folder with --data.\n"
    )
    assert up.get("/readyz").status_code == 200


def test_a_port_in_use_is_said_before_anything_is_started(up: Up, folder: Path) -> None:
    port = up.url.rpartition(":")[2]

    second = todo("up", "--port", port, "--data", folder)

    assert second.returncode == 1
    assert second.stderr == (
        f"Port {port} on 127.0.0.1 cannot be used (Address already in use); choose another with --port.\n"
    )
    assert not (folder / "postgres").exists()


def test_a_token_for_somebody_is_taken(up: Up, capsys: pytest.CaptureFixture[str]) -> None:
    up.curl.send()
    typed("token", "--user", "ada", "--data", data_folder(up))

    response = up.get("/v1/tasks", token=capsys.readouterr().out.strip())

    assert response.status_code == 200
    assert response.json()["items"] == []


def test_migrating_works_meanwhile(up: Up, capsys: pytest.CaptureFixture[str]) -> None:
    up.line("curl ")

    assert typed("migrate", "--data", data_folder(up)) == 0

    assert capsys.readouterr().out == f"Nothing to apply: the database is at {head()}.\n"
    assert up.get("/readyz").status_code == 200
