"""Without `todo up`: uvicorn with the application's factory, as in production."""

import os
import subprocess
import sys

import pytest

UVICORN = [sys.executable, "-m", "uvicorn", "--factory", "todo_api.app:app_from_environment", "--port", "0"]


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "DATABASE_URL: it has to be set"),
        ({"DATABASE_URL": "foo"}, "DATABASE_URL cannot be used: it has to begin with postgresql://"),
        ({"TODO_POOLSIZE": "9"}, "TODO_POOLSIZE is not a setting"),
    ],
)
def test_wrong_settings_are_sentences_and_no_traceback(environment: dict[str, str], sentence: str) -> None:
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}

    ended = subprocess.run(
        UVICORN, env=inherited | environment, capture_output=True, text=True, timeout=30, check=False
    )

    assert ended.returncode == 2
    assert sentence in ended.stderr
    assert "Traceback" not in ended.stderr
