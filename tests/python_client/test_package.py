"""The package as a whole: what it is made from, and what it needs."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from operations import DOCUMENT
from todo_codegen.python_models import UnknownFormat, generate

FOREIGN = ("fastapi", "starlette", "asyncpg", "sqlalchemy", "sqlmodel", "todo_api", "todo_domain")


def run(code: str, document: bytes = b"", **environment: str) -> str:
    """What a new interpreter prints when it is given the document."""
    command, variables = [sys.executable, "-c", code], {**os.environ, **environment}
    return subprocess.run(command, check=True, capture_output=True, input=document, env=variables).stdout.decode()


def with_field(schema: dict[str, Any]) -> bytes:
    """The document with one more field of a task."""
    document = json.loads(json.dumps(DOCUMENT))
    document["components"]["schemas"]["TaskRead"]["properties"]["mood"] = schema
    return json.dumps(document).encode()


def test_the_client_needs_nothing_of_the_servers() -> None:
    imported = run("import sys, todo_client; print(*sys.modules)").split()

    assert "todo_client" in imported
    assert [name for name in FOREIGN if name in imported] == []


def test_the_same_document_makes_the_same_files_everywhere() -> None:
    document = json.dumps(DOCUMENT).encode()
    code = "import sys; from todo_codegen.python_models import generate; print(generate(sys.stdin.buffer.read()))"

    assert run(code, document, PYTHONHASHSEED="1") == f"{generate(document)}\n"


def test_a_new_field_shows_up_without_another_line_by_hand() -> None:
    moods = {"type": "string", "enum": ["good", "bad"]}

    (models,) = (code for path, code in generate(with_field(moods)).items() if path.endswith("models.py"))

    assert b'type TaskReadMood = Literal["good", "bad"]\n' in models
    assert b"    mood: TaskReadMood | MISSING = MISSING\n" in models


@pytest.mark.parametrize(
    ("schema", "sentence"),
    [
        ({"type": "string", "format": "duration"}, "text of the format duration, which"),
        (
            {"type": "string", "format": "date-time", "pattern": "Z$"},
            "date-time narrowed by a pattern, which",
        ),
        ({"anyOf": [{"type": "string", "format": "ipv6"}, {"type": "null"}]}, "text of the format ipv6, which"),
    ],
)
def test_text_of_an_unknown_format_is_never_taken_unchecked(schema: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UnknownFormat, match=sentence):
        generate(with_field(schema))
