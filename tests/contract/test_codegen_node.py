"""Node projects: installed once, run on the workspace's own Node, and honest about what they cannot do."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from todo_api.embedded.node import CommandFailed, NodeProject, NodeUnavailable, node_wheel
from todo_codegen.places import NODE, ROOT


@pytest.fixture
def project(tmp_path: Path) -> NodeProject:
    """A project without any packages."""
    package = {"name": "empty", "version": "1.0.0", "private": True}
    (tmp_path / "package.json").write_text(json.dumps(package))
    lock = {**package, "lockfileVersion": 3, "requires": True, "packages": {"": package}}
    (tmp_path / "package-lock.json").write_text(json.dumps(lock))
    return NodeProject(tmp_path)


def test_node_is_the_workspaces_own(project: NodeProject) -> None:
    where = project.run("node", "--print", "process.execPath").decode().strip()

    assert Path(where) == node_wheel() / "bin" / "node"


def test_a_program_reads_what_it_is_given_and_sees_its_environment(project: NodeProject) -> None:
    echo = "process.stdin.pipe(process.stdout); process.stdout.write(process.env.GREETING)"

    assert project.run("node", "--eval", echo, input=b", world", env={"GREETING": "Hello"}) == b"Hello, world"


def test_a_program_that_fails_says_why(project: NodeProject) -> None:
    with pytest.raises(CommandFailed, match=r"ended with status 3\.\nout\nerr") as failed:
        project.run("node", "--eval", "console.log('out'); console.error('err'); process.exitCode = 3")

    assert (failed.value.status, failed.value.stdout) == (3, b"out\n")


def test_packages_are_installed_once_however_many_ask(project: NodeProject, capfd: pytest.CaptureFixture[str]) -> None:
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(NodeProject.install, [project, NodeProject(project.folder)]))
    project.install()

    assert capfd.readouterr().err.count("Installing the Node packages") == 1


def test_another_lock_file_is_another_installation(project: NodeProject, capfd: pytest.CaptureFixture[str]) -> None:
    project.install()
    lock = project.folder / "package-lock.json"
    lock.write_text(lock.read_text() + "\n")

    project.install()

    assert capfd.readouterr().err.count("Installing the Node packages") == 2


def test_without_its_registry_npm_has_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / NODE / name, tmp_path)
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")

    with pytest.raises(NodeUnavailable, match=r"could not install the packages of .* Is its registry within reach"):
        NodeProject(tmp_path).install()


def test_no_lock_file_names_a_registry() -> None:
    locks = [lock for lock in ROOT.glob("[!.]*/**/package-lock.json") if "node_modules" not in lock.parts]

    assert ROOT / NODE / "package-lock.json" in locks
    for lock in locks:
        assert '"resolved": "http' not in lock.read_text(), lock  # a folder beside it is no registry
        assert "omit-lockfile-registry-resolved=true" in (lock.parent / ".npmrc").read_text(), lock
