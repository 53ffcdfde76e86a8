"""Settings that are wrong: a sentence, exit status 2, nothing started."""

from pathlib import Path

import pytest

from cli.commands import todo, typed

SECRET = "0123456789abcdef" * 4
SITE = {"AUTH_ISSUER": "https://todo.example", "AUTH_AUDIENCE": "https://todo.example"}


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"TODO_POOLSIZE": "4"}, "TODO_POOLSIZE is not a setting; there are "),
        ({"TODO_POOL_SIZE": "0"}, "TODO_POOL_SIZE: it has to be a whole number from 1 to 100"),
        ({"DATABASE_URL": ""}, "DATABASE_URL cannot be used: it has to begin with postgresql://"),
        ({"DATABASE_URL": "postgresql://[::1/todo"}, "DATABASE_URL cannot be used: it is not a URL"),
        ({"DATABASE_URL": "mysql://me@localhost/todo", "BETTER_AUTH_SECRET": SECRET} | SITE, "DATABASE_URL cannot be"),
        ({"DATABASE_URL": "postgresql://me@db.example/todo"}, "nothing says how tokens are verified"),
        ({"BETTER_AUTH_SECRET": SECRET}, "BETTER_AUTH_SECRET needs AUTH_ISSUER and AUTH_AUDIENCE"),
        ({"BETTER_AUTH_SECRET": "short"} | SITE, "BETTER_AUTH_SECRET is too short; it takes at least 32 bytes"),
        (
            {"BETTER_AUTH_SECRET": f"-----BEGIN PUBLIC KEY-----{SECRET}-----END PUBLIC KEY-----"} | SITE,
            "BETTER_AUTH_SECRET: The shared secret is a key in PEM",
        ),
        ({"TODO_DEVELOPMENT_SECRET": SECRET, "AUTH_JWKS_URL": "https://todo.example/jwks"} | SITE, "are set"),
    ],
)
def test_a_wrong_setting_is_a_sentence(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    variables: dict[str, str],
    sentence: str,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert typed("up", "--data", folder, "--port", "0") == 2

    printed = capsys.readouterr()
    assert sentence in printed.err
    assert printed.out == ""
    assert SECRET not in printed.err
    assert not (folder / "postgres").exists()


def test_at_a_terminal_it_is_one_line_and_no_traceback(folder: Path) -> None:
    done = todo("up", "--data", folder, DATABASE_URL="postgresql://me@db.example/todo")

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_reload_and_workers_exclude_each_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("up", "--data", folder, "--reload", "--workers", "2") == 2

    assert "leave out --workers" in capsys.readouterr().err
