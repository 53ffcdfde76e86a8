"""A frontend outside of the workspace that has installed the packed package, and an API for it to talk to."""

import fcntl
import re
import shutil
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from cluster import Cluster
from running import SECRET, Api
from serving import serving
from todo_api.auth import ClaimRules, mint
from todo_api.database_url import DatabaseTarget
from todo_api.settings import Settings
from todo_codegen.node import NodeProject

PACKAGE = Path(__file__).parents[3] / "packages" / "todo_contract"
CONSUMER = Path(__file__).parent / "consumer"


@pytest.fixture(scope="session")
def consumer(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> NodeProject:
    """The fixture project, installed once for all of pytest's processes; README's examples are files of it."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "consumer"
    installed = NodeProject(folder)
    with _alone():
        if not (folder / "ready").exists():
            _install(installed)
            (folder / "ready").touch()
    return installed


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody else packs meanwhile, in this run of the tests or in another."""
    with (PACKAGE / "package.json").open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _install(consumer: NodeProject) -> None:
    shutil.copytree(CONSUMER, consumer.folder, ignore=shutil.ignore_patterns("node_modules"), dirs_exist_ok=True)
    pages = (PACKAGE / "README.md", PACKAGE.parents[1] / "docs" / "sync.md")
    examples = [code for page in pages for code in re.findall(r"```ts\n(.*?)```", page.read_text(), re.DOTALL)]
    assert len(examples) > len(pages), "the pages have examples"
    for number, example in enumerate(examples):
        (consumer.folder / "usage" / f"readme_{number}.ts").write_text(example)
    package = NodeProject(PACKAGE)
    package.install()
    package.run("npm", "pack", "--pack-destination", str(consumer.folder))
    (tarball,) = consumer.folder.glob("*.tgz")
    consumer.install()
    options = ("--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
    consumer.run("npm", "install", *options, f"./{tarball.name}")


@pytest.fixture(scope="session")
async def api(cluster: Cluster, template: DatabaseTarget) -> AsyncIterator[Api]:
    database = await cluster.create_database(template=template)
    url = cluster.url(database.database)
    settings = Settings.from_environment({"DATABASE_URL": url, "TODO_DEVELOPMENT_SECRET": SECRET})
    async with serving(settings) as base_url:
        yield Api(base_url, settings, database)
    await cluster.drop_database(database)


@pytest.fixture
def people(api: Api) -> dict[str, str]:
    """The environment of the consumer's programs: where the API is, and tokens of two new users."""
    ada, bob = f"ada-{uuid4()}", f"bob-{uuid4()}"
    rules = ClaimRules(api.settings.token_issuer, api.settings.token_audience)
    yesterday = replace(rules, now=lambda: time.time() - 86_400)
    return {
        "API": api.url,
        "TOKEN_OF_ADA": api.token(ada),
        "TOKEN_OF_BOB": api.token(bob),
        "EXPIRED_TOKEN_OF_ADA": mint(SECRET, yesterday, user_id=ada, lifetime_seconds=60),
    }
