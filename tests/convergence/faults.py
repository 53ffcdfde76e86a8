"""Everything that goes wrong with a distributed system, at random, for as long as it is asked for."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from random import Random
from time import monotonic

from convergence.front import Front
from convergence.machines import Machine, Valkey, Worker
from server import Server, frozen
from todo_api.database_url import DatabaseTarget
from todo_api.failures import ERRORS

_WEIGHTS: Mapping[str, int] = {
    "worker killed": 2,
    "Valkey killed": 1,
    "database killed": 1,
    "database frozen": 1,
    "front closed": 1,
    "database connections cut": 5,
    "connections dropped": 4,
    "answer lost": 5,
}


class Faults:
    """Whoever does these things; what was broken is mended after a moment, and everything in the end."""

    def __init__(
        self,
        workers: Sequence[Worker],
        valkey: Valkey,
        front: Front,
        database: tuple[Server, DatabaseTarget],
        random: Random,
    ) -> None:
        """`database` is a server of the trial's own, and the database on it."""
        self._workers = workers
        self._valkey = valkey
        self._front = front
        self._server, self._target = database
        self._random = random
        self._counts: Counter[str] = Counter()

    @property
    def counts(self) -> Counter[str]:
        """How often each kind has happened."""
        return self._counts + Counter({"answer lost": self._front.lost_answers})

    async def happen(self, seconds: float) -> None:
        end = monotonic() + seconds
        async with asyncio.TaskGroup() as mending:
            while monotonic() < end:
                await asyncio.sleep(self._random.uniform(0.05, 0.5))
                (kind,) = self._random.choices(list(_WEIGHTS), list(_WEIGHTS.values()))
                match kind:
                    case "worker killed":
                        mending.create_task(self._kill(kind, self._random.choice(self._workers)))
                    case "Valkey killed":
                        mending.create_task(self._kill(kind, self._valkey))
                    case "database killed":
                        mending.create_task(self._kill(kind, self._server))
                    case "database frozen":
                        mending.create_task(self._freeze())
                    case "front closed":
                        mending.create_task(self._close())
                    case "database connections cut":
                        await self._cut()
                    case "connections dropped":
                        self._counts[kind] += self._front.drop(self._random.choice([0.3, 1]))
                    case _:
                        self._front.lose_answer()
        self._front.calm_down()

    async def _kill(self, kind: str, machine: Machine) -> None:
        if machine.is_up:
            self._counts[kind] += 1
            await machine.kill()
            await asyncio.sleep(self._random.uniform(0, 1.5))
            await machine.start()

    async def _close(self) -> None:
        if self._front.is_open:
            self._counts["front closed"] += 1
            self._front.is_open = False
            self._front.drop(1)
            await asyncio.sleep(self._random.uniform(0.2, 2))
            self._front.is_open = True

    async def _cut(self) -> None:
        """Those that are at work are the more likely ones."""
        query = "SELECT pid, state FROM pg_stat_activity WHERE datname = $1 ORDER BY pid"
        with suppress(*ERRORS):  # it was killed just now
            async with self._server.admin() as operator:
                for row in await operator.fetch(query, self._target.database):
                    if self._random.random() < (0.3 if row["state"] == "idle" else 0.9):
                        ended = await operator.fetchval("SELECT pg_terminate_backend($1)", row["pid"])
                        self._counts["database connections cut"] += bool(ended)

    async def _freeze(self) -> None:
        """Half of those who serve the connections, with whatever locks they hold, for longer than anybody waits."""
        with suppress(*ERRORS):
            backends = await self._server.backends(self._target.database)
            async with frozen(self._random.sample(backends, len(backends) // 2)):
                self._counts["database frozen"] += 1
                await asyncio.sleep(self._random.uniform(0.5, 3.5))
