"""`codegen`: what is committed is what is generated, and whoever changes the one is told about the other."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from todo_codegen import generated
from todo_codegen.places import DOCUMENT, NODE, ROOT, TYPES
from todo_codegen.python_models import MODELS, QUERIES

SOURCES = ("apps/api/src", "packages/todo_domain/src", "packages/todo_client/src", "tools/codegen/src")
FILES = (DOCUMENT, TYPES, MODELS, QUERIES)
TASK = "packages/todo_domain/src/todo_domain"
DIGESTS = """\
import hashlib, json
from todo_codegen.generated import generate
print(json.dumps({path: hashlib.sha256(content).hexdigest() for path, content in generate().items()}))
"""
CODEGEN = "from todo_codegen.cli import main; main()"


class Copy:
    """A copy of all that takes part in the generation, in which the sources can be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for source in SOURCES:
            shutil.copytree(ROOT / source, folder / source, ignore=shutil.ignore_patterns("__pycache__"))
        for file in FILES:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / file, folder / file)
        shutil.copy(ROOT / "pyproject.toml", folder)
        shutil.copytree(ROOT / NODE, folder / NODE, ignore=shutil.ignore_patterns("node_modules"))
        (folder / NODE / "node_modules").symlink_to(ROOT / NODE / "node_modules")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text()
        assert old in text
        (self.folder / path).write_text(text.replace(old, new))

    def codegen(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(self.folder / source) for source in SOURCES)}
        return subprocess.run(
            [sys.executable, "-c", CODEGEN, *arguments], capture_output=True, text=True, env=environment, check=False
        )


@pytest.fixture(scope="module")
def contents() -> dict[str, bytes]:
    return generated.generate()


def test_what_is_committed_is_what_is_generated(contents: dict[str, bytes]) -> None:
    stale = generated.stale(contents)

    assert contents.keys() == set(FILES)
    assert not stale, f"Not as generated: {', '.join(stale)}. Run `uv run codegen` and commit what it writes."


def test_no_order_of_a_set_shows_in_what_is_generated(contents: dict[str, bytes]) -> None:
    """Sets are ordered by hashes, and those of texts differ between processes unless they are told a seed."""
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    printed = subprocess.run([sys.executable, "-c", DIGESTS], check=True, capture_output=True, env=environment).stdout

    assert json.loads(printed) == {path: hashlib.sha256(content).hexdigest() for path, content in contents.items()}


def test_a_field_of_a_read_schema_reaches_everything_that_is_generated(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(
        f"{TASK}/schemas/task.py", "    position: Position\n", "    position: Position\n    effort: int | None\n"
    )
    copy.replace(f"{TASK}/models/task.py", "    position: str", "    effort: int | None\n    position: str")

    missed = copy.codegen("--check")
    written = copy.codegen()

    assert (missed.returncode, missed.stdout) == (1, "")
    assert missed.stderr == (
        f"Not as generated: {DOCUMENT}, {TYPES}, {MODELS}. Run `uv run codegen` and commit what it writes.\n"
    )
    assert (written.returncode, written.stdout) == (0, f"Wrote {DOCUMENT}\nWrote {TYPES}\nWrote {MODELS}\n")
    assert "effort: number | null;" in (tmp_path / TYPES).read_text()
    assert "effort:" in (tmp_path / MODELS).read_text()


def test_what_was_edited_or_deleted_is_found(
    contents: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generated, "ROOT", tmp_path)
    for path, content in contents.items():
        generated.write(path, content)
    generated.write(TYPES, contents[TYPES] + b"// mine\n")
    (tmp_path / MODELS).unlink()

    assert generated.stale(contents) == [TYPES, MODELS]
