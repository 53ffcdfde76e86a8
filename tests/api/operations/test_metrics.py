"""Metrics: what happens, in numbers, on a port of their own."""

import asyncio
from collections.abc import AsyncIterator

import httpx2
import pytest

from api.operations.conftest import UNWELCOME, Start
from api.operations.scrape import free_port, scrape, until
from api.outage.operator import Operator
from client import Client, address, refusal

LOCK = "LOCK TABLE task"


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
async def ada(start: Start, port: int) -> AsyncIterator[Client]:
    async with start(TODO_METRICS_PORT=str(port), TODO_POOL_SIZE="2") as ada:
        yield ada


@pytest.mark.usefixtures("fault")
async def test_requests_are_counted_by_route_method_and_status(ada: Client, port: int) -> None:
    task = await ada.create_task()
    for _ in range(3):
        await ada.task(task)
    await ada.request("HEAD", address(task))
    await ada.get("/v1/tasks/nothing")
    await ada.get("/v1/tasks?limit=0")
    await ada.get("/v1/nothing/at/all")
    await ada.post("/v1/tasks", json={"title": UNWELCOME})
    await ada.put("/v1/tasks")
    await ada.request("PROPFIND", "/v1/tasks")

    now = await scrape(port)
    counted = {
        (labels["method"], labels["route"], labels["status"]): now.value("todo_requests_total", **labels)
        for labels in now.labels("todo_requests_total")
    }
    assert counted == {
        ("POST", "/v1/tasks", "2xx"): 1,
        ("POST", "/v1/tasks", "5xx"): 1,
        ("GET", "/v1/tasks/{task_id}", "2xx"): 4,
        ("GET", "/v1/tasks/{task_id}", "4xx"): 1,
        ("GET", "/v1/tasks", "4xx"): 1,
        ("PUT", "/v1/tasks", "4xx"): 1,
        ("another", "/v1/tasks", "4xx"): 1,
        ("GET", "none", "4xx"): 1,
    }
    series = {"route": "/v1/tasks/{task_id}", "method": "GET"}
    assert now.value("todo_request_duration_seconds_count", **series) == 5
    assert now.value("todo_request_duration_seconds_bucket", **series, le="+Inf") == 5
    assert 0 < now.value("todo_request_duration_seconds_sum", **series) < 5 * 10


async def test_the_pool_is_seen_at_work(ada: Client, port: int, operator: Operator) -> None:
    await ada.create_task()
    async with operator.transaction(LOCK):
        reading = [asyncio.create_task(ada.get("/v1/tasks")) for _ in range(3)]
        await until(port, todo_pool_in_use=2, todo_pool_waiting=1, todo_pool_connections=2, todo_pool_limit=2)

    assert [response.status_code for response in await asyncio.gather(*reading)] == [200] * 3
    await until(port, todo_pool_in_use=0, todo_pool_waiting=0, todo_pool_connections=2)
    now = await scrape(port)
    assert now.value("todo_pool_wait_seconds_count") >= 4
    assert now.value("todo_pool_wait_seconds_sum") > 0


async def test_what_is_tried_again_is_counted(ada: Client, port: int, operator: Operator) -> None:
    await ada.create_task()
    await until(port, todo_database_retries_total=0)
    async with operator.transaction(LOCK):
        reading = asyncio.create_task(ada.get("/v1/tasks"))
        await operator.until_somebody_waits()
        await operator.hang_up(on_the_waiting=True)

    assert (await reading).status_code == 200
    await until(port, todo_database_retries_total=1)


@pytest.mark.direct("a pooler carries no notifications")
async def test_streams_are_counted_and_how_late_they_tell(ada: Client, port: int) -> None:
    async with ada.http.stream("GET", "/v1/events") as stream:
        told = stream.aiter_bytes()
        await anext(told)
        await until(port, todo_streams=1, todo_feed_lag_seconds_count=0)
        await ada.create_task()
        while b"event: changes" not in await anext(told):
            continue
        await until(port, todo_feed_lag_seconds_count=1, todo_bus_healthy=1, todo_bus_recoveries_total=1)
    await until(port, todo_streams=0, todo_bus_healthy=0)
    assert (await scrape(port)).value("todo_feed_polls_total") >= 1


async def test_each_worker_has_a_port_and_gives_it_back(start: Start, port: int) -> None:
    environment = {"TODO_METRICS_PORT": str(port)}
    async with start(**environment) as first, start(**environment) as second:
        await first.create_task()
        await second.get("/healthz")

        assert [labels["route"] for labels in (await scrape(port)).labels("todo_requests_total")] == ["/v1/tasks"]
        assert [labels["route"] for labels in (await scrape(port + 1)).labels("todo_requests_total")] == ["/healthz"]
    for given_back in (port, port + 1):
        with pytest.raises(httpx2.ConnectError):
            await scrape(given_back)


async def test_without_a_place_for_metrics_requests_are_served(
    start: Start, port: int, caplog: pytest.LogCaptureFixture
) -> None:
    async with start(TODO_METRICS_PORT=str(port), TODO_METRICS_HOST="203.0.113.1") as ada:
        await ada.create_task()

    assert "Metrics cannot be served on 203.0.113.1" in caplog.text


async def test_the_api_itself_serves_none(ada: Client) -> None:
    assert refusal(await ada.get("/metrics")) == (404, "path_not_found")
