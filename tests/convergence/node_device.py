"""A device with the TypeScript client, which is a program on Node that is told what to do line by line."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from pydantic import TypeAdapter

from convergence.devices import Belief, Place
from convergence.journal import Journal, thing_id
from convergence.plans import Operation
from python_client.syncing import things_of_lines
from todo_api.embedded.node import NodeProject, node_wheel
from todo_client.models import ExportLine

_LINES: TypeAdapter[list[ExportLine]] = TypeAdapter(list[ExportLine])
_LONGEST_LINE = 2**27
_PATIENCE = 30.0


class NodeDevice:
    def __init__(self, name: str, process: asyncio.subprocess.Process) -> None:
        self.name = name
        self.journal = Journal()
        self._process = process
        self._told: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._numbers = count()

    async def enqueue(self, operation: Operation) -> None:
        self.journal.enqueued.append(operation)
        await self._say({"enqueue": operation})

    async def place(self) -> Place:
        told = await self._ask("place")
        return Place(told["pending"], told["cursor"])

    async def belief(self) -> Belief:
        told = await self._ask("belief")
        conflicts = [(operation["op"], thing_id(operation)) for operation in told["conflicts"]]
        lines = _LINES.validate_json(json.dumps(told["things"]))
        return Belief(things_of_lines(lines), conflicts, told["stepsBack"])

    async def listen(self) -> None:
        """Hear what the program has to tell, until it ends."""
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            told = json.loads(line)
            if "status" in told:
                self.journal.statuses[told["status"]] += 1
            elif "key" in told:
                self.journal.answered(told["key"], told["operations"], told["results"])
            else:
                self._told.put_nowait(told)

    async def _ask(self, what: str) -> dict[str, Any]:
        """What the program says to this question; whoever asked the ones before may have stopped waiting."""
        number = next(self._numbers)
        await self._say({"ask": what, "number": number})
        async with asyncio.timeout(_PATIENCE):
            while (told := await self._told.get())["number"] != number:
                continue
        return told

    async def _say(self, order: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        await self._process.stdin.drain()


@asynccontextmanager
async def node_device(consumer: NodeProject, url: str, token: str, name: str) -> AsyncIterator[NodeDevice]:
    process = await asyncio.create_subprocess_exec(
        node_wheel() / "bin" / "node",
        "run/device.ts",
        cwd=consumer.folder,
        env={"API": url, "TOKEN_OF_ADA": token, "NAME": name},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=_LONGEST_LINE,
    )
    device = NodeDevice(name, process)
    listening = asyncio.create_task(device.listen())
    try:
        yield device
    finally:
        process.kill()
        await asyncio.gather(process.wait(), listening)
