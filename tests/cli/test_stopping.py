"""How `todo up` ends, and what it finds when it is started again."""

import os
import signal
from pathlib import Path

import httpx2
import pytest

from cli.commands import ends, is_alive, postmaster, running, todo


@pytest.mark.parametrize(
    ("options", "number"),
    [(["--workers", "2"], signal.SIGINT), (["--reload"], signal.SIGTERM)],
    ids=["workers", "reload"],
)
def test_a_signal_ends_all_of_it(folder: Path, options: list[str], number: signal.Signals) -> None:
    with running("--data", folder, *options) as up:
        up.line("curl ")
        server = postmaster(folder)

        # A terminal sends Ctrl-C to the whole group; a supervisor sends SIGTERM to the one process that it knows.
        assert up.stop(number, group=number is signal.SIGINT) == 0

    assert (up.lines[-1], up.errors) == ("Stopped.", "")
    assert not is_alive(server)
    assert up.leaves_nobody()


@pytest.mark.parametrize(
    ("options", "number"),
    [([], signal.SIGINT), (["--workers", "2"], signal.SIGTERM)],
    ids=["one", "workers"],
)
def test_who_listens_for_events_keeps_nobody_from_stopping(
    folder: Path, options: list[str], number: signal.Signals
) -> None:
    """Nothing is broken off: within uvicorn's grace the stream has ended as every answer ends."""
    with running("--data", folder, *options) as up:
        authorization = {"Authorization": up.curl.headers["Authorization"]}
        with httpx2.stream("GET", f"{up.url}/v1/events", headers=authorization, trust_env=False) as stream:
            told = stream.iter_bytes()
            assert next(told).startswith(b"retry: ")

            assert up.stop(number, group=number is signal.SIGINT) == 0

            assert list(told) == []
    assert (up.lines[-1], up.errors) == ("Stopped.", "")


def test_a_restart_finds_the_data_and_takes_the_old_token(folder: Path) -> None:
    with running("--data", folder) as first:
        first.curl.send()
        token = first.curl.headers["Authorization"].removeprefix("Bearer ")
        assert first.stop(group=True) == 0
    assert (first.lines[-1], first.errors) == ("Stopped.", "")

    with running("--data", folder) as second:
        assert second.titles() == ["Water the tomatoes"]
        assert second.get("/v1/tasks", token).status_code == 200
    assert not any(line.startswith("Migrated") for line in second.lines)


def test_no_kind_of_death_loses_data(folder: Path) -> None:
    with running("--data", folder) as killed:
        killed.curl.send()
        killed.stop(signal.SIGKILL)
    orphan = postmaster(folder)
    assert is_alive(orphan)

    with running("--data", folder) as second:
        assert second.titles() == ["Water the tomatoes"]
        assert ends(orphan)
        second.curl.send()
        # As in a power cut, nobody has the time to put anything away.
        os.kill(postmaster(folder), signal.SIGKILL)
        second.stop(signal.SIGKILL)

    with running("--data", folder) as third:
        assert third.titles() == ["Water the tomatoes"] * 2
        server = postmaster(folder)
        assert third.stop(signal.SIGTERM) == 0
    assert not is_alive(server)


def test_workers_do_not_outlive_a_killed_supervisor(folder: Path) -> None:
    with running("--data", folder, "--workers", "2") as killed:
        killed.line("curl ")
        killed.stop(signal.SIGKILL)

    assert killed.leaves_nobody()
    assert todo("migrate", "--data", folder).returncode == 0  # and ends the PostgreSQL that was left
