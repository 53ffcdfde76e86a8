"""The packed client at work: on Node, against the running API on a real database, and against servers that fail."""

import asyncio
from pathlib import Path

import pytest

from todo_api.embedded.node import NodeProject

PROGRAMS = sorted(path.name.removesuffix(".test.ts") for path in Path(__file__).parent.glob("consumer/run/*.test.ts"))


@pytest.mark.parametrize("program", PROGRAMS)
async def test_the_client_does_on_node_what_it_promises(
    program: str, consumer: NodeProject, people: dict[str, str]
) -> None:
    options = ("--test-reporter=tap", "--test-timeout=20000", "--test-force-exit")

    report = (
        await asyncio.to_thread(consumer.run, "node", "--test", *options, f"run/{program}.test.ts", env=people)
    ).decode()

    assert "\n# fail 0\n" in report
    assert "\n# pass 0\n" not in report
