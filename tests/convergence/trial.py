"""Four devices of one user against two workers, through everything that can go wrong, until all agree."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic

from convergence.devices import Device
from convergence.faults import Faults
from convergence.findings import Findings
from convergence.front import Front
from convergence.log import Log
from convergence.machines import Machine, Valkey, Worker, reserved_port
from convergence.node_device import node_device
from convergence.plans import Home, Plan
from convergence.proof import Difference
from convergence.python_device import python_device
from python_client.syncing import things_of
from running import SECRET, UNHURRIED
from server import Server, running_server
from todo_api.auth import ClaimRules, mint
from todo_api.database_url import DatabaseTarget
from todo_api.embedded.node import NodeProject
from todo_api.migrating import migrate
from todo_api.settings import Settings
from todo_client import TodoClient

_PATIENCE = 120.0
"""Seconds for all to agree when nothing goes wrong any more; it takes a few."""
_TOKEN_SECONDS = 24 * 3600
_BETWEEN_REPORTS = 10.0
_BURSTS = [1, 1, 1, 2, 3, 5, 8, 150]
"""Operations that come at once; the last is more than a request carries."""
_PAUSE = 0.4
"""Seconds between two bursts, on average."""


@dataclass(frozen=True)
class Trial:
    server: Server
    database: DatabaseTarget
    """Migrated, and of no use to anybody afterwards."""
    consumer: NodeProject
    folder: Path
    """Where the workers' logs go."""
    seed: int
    seconds: float
    say: Callable[[str], None]

    async def hold(self) -> tuple[Findings, str]:
        """What is found, and all of it as a table."""
        async with AsyncExitStack() as running:
            valkey = await running.enter_async_context(_up(Valkey()))
            environment = self._environment(valkey)
            ports = [running.enter_context(reserved_port()) for _ in range(2)]
            logs = [self.folder / f"worker_{number}.log" for number in (1, 2)]
            workers = [
                await running.enter_async_context(_up(Worker(port, environment, log)))
                for port, log in zip(ports, logs, strict=True)
            ]
            front = await running.enter_async_context(Front(ports, self._random("front")))
            user, token = self._user(environment)
            devices = [await running.enter_async_context(device) for device in self._devices(front, token)]
            faults = Faults(workers, valkey, front, (self.server, self.database), self._random("faults"))

            await self._trouble(devices, faults)
            calm = monotonic()
            client = await running.enter_async_context(TodoClient(front.url, token))
            late = await _settle(devices, client)
            settled = monotonic() - calm
            beliefs = [await device.belief() for device in devices]
            log = await Log.of(user, self.database)
            findings = Findings.of(devices, beliefs, await things_of(client), log, late)
            return findings, findings.table(faults.counts, settled)

    def _environment(self, valkey: Valkey) -> dict[str, str]:
        url = self.server.url(self.database.database)
        return {"DATABASE_URL": url, "REDIS_URL": valkey.url, "TODO_DEVELOPMENT_SECRET": SECRET, **UNHURRIED}

    def _user(self, environment: dict[str, str]) -> tuple[str, str]:
        """Somebody, and their token."""
        settings = Settings.from_environment(environment)
        rules = ClaimRules(settings.token_issuer, settings.token_audience)
        return "ada", mint(SECRET, rules, user_id="ada", lifetime_seconds=_TOKEN_SECONDS)

    def _devices(self, front: Front, token: str) -> list[AbstractAsyncContextManager[Device]]:
        return [
            python_device(front.url, token, "python 1"),
            python_device(front.url, token, "python 2"),
            node_device(self.consumer, front.url, token, "node 1"),
            node_device(self.consumer, front.url, token, "node 2"),
        ]

    async def _trouble(self, devices: Sequence[Device], faults: Faults) -> None:
        """The devices are used while things go wrong."""
        async with asyncio.TaskGroup() as during:
            chores = [during.create_task(self._use(devices)), during.create_task(self._report(devices, faults))]
            await faults.happen(self.seconds)
            for chore in chores:
                chore.cancel()

    async def _use(self, devices: Sequence[Device]) -> None:
        home, random = Home(), self._random("use")
        plans = [(device, Plan(device.name, self.seed, home)) for device in devices]
        while True:
            device, plan = random.choice(plans)
            for _ in range(random.choice(_BURSTS)):
                await device.enqueue(plan.next())
            await asyncio.sleep(random.expovariate(1 / _PAUSE))

    async def _report(self, devices: Sequence[Device], faults: Faults) -> None:
        began = monotonic()
        while True:
            await asyncio.sleep(_BETWEEN_REPORTS)
            enqueued = sum(len(device.journal.enqueued) for device in devices)
            pending = [(await device.place()).pending for device in devices]
            counts = ", ".join(f"{count} {kind}" for kind, count in sorted(faults.counts.items()))
            self.say(f"{monotonic() - began:.0f} s: {enqueued} operations, {sum(pending)} pending; {counts}")

    def _random(self, what: str) -> Random:
        return Random(f"{self.seed} {what}")  # noqa: S311  it has to come again


@asynccontextmanager
async def running_database() -> AsyncIterator[tuple[Server, DatabaseTarget]]:
    """A server of the trial's own, and a migrated database on it."""
    with reserved_port() as port:
        async with running_server(port) as server:
            database = await server.create_database()
            await migrate(database)
            yield server, database


@asynccontextmanager
async def _up[M: Machine](machine: M) -> AsyncIterator[M]:
    try:
        await machine.start()
        yield machine
    finally:
        await machine.kill()


async def _settle(devices: Sequence[Device], client: TodoClient) -> list[Difference]:
    """Wait until every queue is empty and nothing is behind any cursor; whoever does not get there is late."""
    late = list(devices)
    end = monotonic() + _PATIENCE
    while late and monotonic() < end:
        late = [device for device in devices if not await _is_settled(device, client)]
        await asyncio.sleep(0.1)
    return [("lost", f"{device.name} is not done after {_PATIENCE} s: {await device.place()}") for device in late]


async def _is_settled(device: Device, client: TodoClient) -> bool:
    place = await device.place()
    if place.pending or place.cursor is None:
        return False
    page = await client.changes.list(after=place.cursor, limit=1)
    return not page.items and not page.has_more
