"""The web app, installed, with the contract beside it built."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from consumer import CONTRACT
from todo_api.embedded.node import NodeProject

ROOT = Path(__file__).parents[2] / "apps" / "web"


class Web:
    """Commands of the app's folder; while one runs, nobody packs the contract that it reads."""

    def __init__(self) -> None:
        self.project = NodeProject(ROOT)

    def run(self, *command: str) -> str:
        with _contract_built():
            return self.project.run(*command).decode()


@contextmanager
def _contract_built() -> Iterator[None]:
    with CONTRACT.alone():
        if not (CONTRACT.folder / "dist" / "index.js").exists():
            CONTRACT.run("npm", "run", "build")
        yield


@pytest.fixture(scope="session")
def web() -> Web:
    web = Web()
    with CONTRACT.alone():
        CONTRACT.install()
        CONTRACT.run("npm", "run", "build")
        web.project.install()
    return web


@pytest.fixture(scope="session")
def built(web: Web, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the browser gets."""
    folder = tmp_path_factory.mktemp("web")
    web.run("vite", "build", "--outDir", str(folder), "--emptyOutDir", "--manifest")
    return folder
