"""Whatever goes wrong, everybody has the same in the end, and each operation was done once and in its turn."""

from pathlib import Path

from cluster import Cluster
from convergence.trial import Trial
from todo_api.database_url import DatabaseTarget
from todo_codegen.node import NodeProject

SECONDS = 20.0


async def test_all_devices_and_the_api_agree_after_everything_that_can_go_wrong(
    cluster: Cluster, database_target: DatabaseTarget, consumer: NodeProject, tmp_path: Path
) -> None:
    findings, table = await Trial(cluster, database_target, consumer, tmp_path, 7, SECONDS, print).hold()

    assert list(findings.differences) == [], table
    assert all(fates["done"] and fates["refused"] for fates in findings.operations.values()), table
