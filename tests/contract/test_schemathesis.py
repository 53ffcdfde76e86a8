"""The running API, asked by Schemathesis everything that the document allows, and much that it does not."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from client import Client
from cluster import Cluster
from operations import Belongings, operations
from running import Api, settings_of
from serving import serving
from todo_api.database_url import DatabaseTarget

pytestmark = pytest.mark.direct("its many random requests are asked once, which takes long enough")

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
STRANGERS = Path(__file__).with_name("strangers.py")
PATIENCE_SECONDS = 120
PHASES = ("Examples", "Coverage", "Fuzzing", "Stateful")


@pytest.fixture
async def api(cluster: Cluster, database_target: DatabaseTarget) -> AsyncIterator[Api]:
    url = cluster.url(database_target.database)
    settings = settings_of(url, TODO_DOCS="true")
    async with serving(settings) as base_url:
        yield Api(base_url, settings, database_target)


@pytest.fixture
async def carol(api: Api) -> AsyncIterator[Client]:
    """Somebody who has things and does nothing."""
    async with api.http("carol") as http:
        yield Client(http, "carol")


@dataclass(frozen=True)
class Inquiry:
    """What came of a run."""

    status: int
    output: str

    @classmethod
    async def into(cls, api: Api, stranger: dict[str, str], folder: Path) -> "Inquiry":
        """Ask as ada, with bob as the one who must not see what is hers, about things of a stranger, too."""
        people = folder / "people.json"
        people.write_text(json.dumps({"auth": [_person(api, name) for name in ("ada", "bob")]}))
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", CONFIGURATION),
            *("run", f"{api.url}/openapi.json", "--no-color"),
            env={**os.environ, "PEOPLE": str(people), "STRANGER": json.dumps(stranger), "STRANGERS": str(STRANGERS)},
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                output, _ = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return cls(process.returncode or 0, output.decode())


def _person(api: Api, user_id: str) -> dict[str, object]:
    return {"name": user_id, "fixedHeaders": [{"name": "Authorization", "value": f"Bearer {api.token(user_id)}"}]}


async def test_schemathesis_finds_no_fault(api: Api, carol: Client, tmp_path: Path) -> None:
    mark = f"carols{uuid4().hex}"
    hers = await Belongings.of(carol)
    await carol.create_task(title=mark, notes=mark, labels=[mark], project_id=hers.ids["project_id"])
    before = (await carol.get("/v1/account/export")).content

    inquiry = await Inquiry.into(api, {**hers.ids, "mark": mark}, tmp_path)

    assert inquiry.status == 0, inquiry.output
    assert all(f"✅ {phase}" in inquiry.output for phase in PHASES), inquiry.output
    every = len(list(operations()))
    assert f"Selected: {every - 1}/{every}" in inquiry.output  # all but the stream, which has no end
    assert (await carol.get("/v1/account/export")).content == before
