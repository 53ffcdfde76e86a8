"""Whatever goes wrong, everybody has the same in the end, and each operation was done once and in its turn."""

from pathlib import Path

from convergence.trial import Trial, running_database
from todo_api.embedded.node import NodeProject

SECONDS = 20.0


async def test_all_devices_and_the_api_agree_after_everything_that_can_go_wrong(
    consumer: NodeProject, tmp_path: Path
) -> None:
    async with running_database() as (server, database):
        findings, table = await Trial(server, database, consumer, tmp_path, 7, SECONDS, print).hold()

    assert list(findings.differences) == [], table
    assert all(fates["done"] and fates["refused"] for fates in findings.operations.values()), table
