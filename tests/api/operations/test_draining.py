"""A worker that is told to stop: no request fails, on whichever connection it comes."""

import asyncio
import signal
import time
from dataclasses import replace

import asyncpg
import httpx2

from api.live.reader import reading
from api.operations.balancer import balancing
from api.operations.conftest import DRAIN, StartWorker
from api.operations.load import load_on
from client import Client, refusal
from crowd import lock_account, until_waiting
from todo_api.database_url import DatabaseTarget


async def test_no_request_fails_while_a_worker_drains(start_worker: StartWorker) -> None:
    first, second = await start_worker(), await start_worker()
    async with balancing(first.api.url, second.api.url) as balancer:
        api = replace(first.api, url=balancer.url)
        async with load_on(api) as load:
            await load.goes_on()
            assert min(balancer.connections[worker.api.url] for worker in (first, second)) > 0

            told = time.monotonic()
            await asyncio.to_thread(first.stop)
            drained = time.monotonic() - told
            await load.goes_on()
            assert balancer.ready == {second.api.url}

    assert load.failures == {}
    assert drained >= float(DRAIN)
    assert first.process.returncode == -signal.SIGTERM
    assert {line["route"] for line in first.lines if line["level"] == "error"} == {"/readyz"}


async def test_it_is_not_ready_first_and_still_answers(start_worker: StartWorker) -> None:
    worker = await start_worker()
    async with worker.api.http("ada") as http, httpx2.AsyncClient(base_url=worker.api.url, trust_env=False) as probe:
        ada = Client(http, "ada")
        kept = await ada.get("/v1/tasks")
        assert "connection" not in kept.headers

        told = time.monotonic()
        worker.process.terminate()

        not_ready = await probe.get("/readyz")
        assert refusal(not_ready) == (503, "stopping")
        assert not_ready.headers["retry-after"].isdigit()
        alive, last = await probe.get("/healthz"), await ada.post("/v1/tasks", json={"title": "Water the tomatoes"})
        assert (alive.status_code, last.status_code) == (200, 201)
        assert [answer.headers["connection"] for answer in (not_ready, alive, last)] == ["close"] * 3
        worker.process.terminate()  # as a supervisor does whose whole group was told
        assert (await ada.get("/v1/tasks")).status_code == 200

    await asyncio.to_thread(worker.process.wait, 20)
    assert time.monotonic() - told >= float(DRAIN)


async def test_streams_end_as_answers_end_and_not_before_others_have_taken_over(start_worker: StartWorker) -> None:
    worker = await start_worker()
    async with worker.api.http("ada") as http, reading(Client(http, "ada")) as stream:
        worker.process.terminate()
        told = time.monotonic()
        await Client(http, "ada").create_task()

        assert await stream.names() == ["changes"]
        assert time.monotonic() - told >= float(DRAIN) - 0.5


async def test_a_request_under_way_is_answered(start_worker: StartWorker, database_target: DatabaseTarget) -> None:
    """Even where nobody is given time to look elsewhere."""
    worker = await start_worker(TODO_DRAIN_SECONDS="0")
    operator = await asyncpg.connect(**database_target.connect_arguments())
    async with worker.api.http("ada") as http:
        ada = Client(http, "ada")
        await ada.account()
        async with operator.transaction():
            await lock_account(operator, ada)
            writing = asyncio.create_task(ada.post("/v1/tasks", json={"title": "Water the tomatoes"}))
            await until_waiting(operator, 1)
            worker.process.terminate()
            await until_refused(worker.api.url)
        written = await writing
    await operator.close()

    assert written.status_code == 201
    assert worker.process.wait(10) == -signal.SIGTERM


async def test_a_second_ctrl_c_is_not_made_to_wait(start_worker: StartWorker) -> None:
    worker = await start_worker(TODO_DRAIN_SECONDS="300")

    async with httpx2.AsyncClient(base_url=worker.api.url, trust_env=False) as probe:
        worker.process.send_signal(signal.SIGINT)
        assert refusal(await probe.get("/readyz")) == (503, "stopping")
        worker.process.send_signal(signal.SIGINT)

    assert await asyncio.to_thread(worker.process.wait, 10) == 0  # to uvicorn, Ctrl-C is an end like any other


async def until_refused(url: str) -> None:
    """Until nobody listens there any more."""
    async with asyncio.timeout(10):
        while True:
            try:
                async with httpx2.AsyncClient(trust_env=False) as probe:
                    await probe.get(f"{url}/healthz")
            except httpx2.TransportError:
                return
            await asyncio.sleep(0.02)
