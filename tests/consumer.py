"""A frontend outside of the workspace that has installed the packed TypeScript client."""

import re
import shutil
from pathlib import Path

import pytest

from todo_api.embedded.node import NodeProject

PACKAGE = Path(__file__).parents[1] / "packages" / "todo_contract"
CONTRACT = NodeProject(PACKAGE)
CONSUMER = Path(__file__).parent / "contract" / "typescript" / "consumer"


def place_for_all(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """One folder for all of pytest's processes."""
    own = tmp_path_factory.getbasetemp()
    return (own if worker_id == "master" else own.parent) / "consumer"


def installed(folder: Path) -> NodeProject:
    """The fixture project, installed there once; the examples of our pages are files of it."""
    consumer = NodeProject(folder)
    with CONTRACT.alone():
        if not (folder / "ready").exists():
            _install(consumer)
            (folder / "ready").touch()
    return consumer


def _install(consumer: NodeProject) -> None:
    shutil.copytree(CONSUMER, consumer.folder, ignore=shutil.ignore_patterns("node_modules"), dirs_exist_ok=True)
    pages = (PACKAGE / "README.md", PACKAGE.parents[1] / "docs" / "sync.md")
    examples = [code for page in pages for code in re.findall(r"```ts\n(.*?)```", page.read_text(), re.DOTALL)]
    assert len(examples) > len(pages), "the pages have examples"
    for number, example in enumerate(examples):
        (consumer.folder / "usage" / f"readme_{number}.ts").write_text(example)
    CONTRACT.install()
    CONTRACT.run("npm", "pack", "--pack-destination", str(consumer.folder))
    (tarball,) = consumer.folder.glob("*.tgz")
    consumer.install()
    options = ("--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
    consumer.run("npm", "install", *options, f"./{tarball.name}")
