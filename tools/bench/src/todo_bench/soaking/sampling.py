"""What a worker occupies, once in a second."""

import asyncio
import re
from dataclasses import dataclass, fields
from pathlib import Path

import asyncpg

from todo_api.database_url import parse_database_url
from todo_bench.progress import Advance
from todo_bench.refusal import Refusal
from todo_bench.worker import Worker

_BACKENDS = "SELECT pid FROM pg_stat_activity WHERE datname = $1 AND application_name = 'todo-api'"
_TELL = "SELECT pg_log_backend_memory_contexts(pid) FROM unnest($1::int[]) AS pid"
_PLAN = re.compile(rb"level: \d+; CachedPlanSource:")
_UNNAMED = re.compile(rb"(\d+) more child contexts")
_PLANS_EVERY = 5
"""Samples; the server tells of its statements only by writing much into its log."""


@dataclass(frozen=True, slots=True)
class Sample:
    seconds: float
    memory: float
    """MiB of the worker."""
    files: float
    """That the worker has open."""
    backends: float
    """Of PostgreSQL's that work for it."""
    plans: float
    """Of prepared statements, in all of them; PostgreSQL names a hundred for each backend, and counts whatever else
    it keeps beside them."""


SERIES = tuple(field.name for field in fields(Sample) if field.name != "seconds")


class Sampler:
    """Looks at the worker from outside, as the superuser of the database that it is on."""

    def __init__(self, worker: Worker) -> None:
        if worker.memory() is None:
            raise Refusal("Nobody tells here what a process occupies: `bench soak` needs Linux.")
        self._worker = worker
        self._target = parse_database_url(worker.database_url)
        self._log = Path(self._target.hosts[0][0]).parent / "postgres.log"

    async def sample(self, seconds: float, done: Advance) -> list[Sample]:
        loop = asyncio.get_running_loop()
        operator = await asyncpg.connect(**self._target.connect_arguments() | {"user": "postgres"})
        began, samples, plans = loop.time(), list[Sample](), 0.0
        try:
            while loop.time() - began < seconds:
                backends = [row["pid"] for row in await operator.fetch(_BACKENDS, self._target.database)]
                if len(samples) % _PLANS_EVERY == 0:
                    plans = await self._plans(operator, backends)
                memory, files = (self._worker.memory() or 0) / 2**20, self._files()
                samples.append(Sample(loop.time() - began, memory, files, len(backends), plans))
                done()
                await asyncio.sleep(1 - (loop.time() - began) % 1)
        finally:
            await operator.close()
        return samples

    async def _plans(self, operator: asyncpg.Connection, backends: list[int]) -> float:
        """A backend tells as soon as it has nothing else to do, in this case within the next part of a second."""
        told = self._log.stat().st_size
        await operator.execute("SELECT", timeout=5)
        await operator.fetch(_TELL, backends)
        await asyncio.sleep(0.3)
        with self._log.open("rb") as log:
            log.seek(told)
            text = log.read()
        return len(_PLAN.findall(text)) + sum(map(int, _UNNAMED.findall(text)))

    def _files(self) -> int:
        return sum(1 for _ in Path(f"/proc/{self._worker.process_id}/fd").iterdir())
