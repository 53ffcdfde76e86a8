"""What takes several round trips is given up as soon as one of them is not answered, and nothing of it is done."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import asyncpg
import httpx2
import pytest

from api.faults.traffic import ANSWER_SECONDS, AWAY, SLACK
from client import Client, refusal
from server import Server, frozen
from todo_api.database_url import DatabaseTarget
from todo_domain import TaskRead

type Ask = Callable[[Client, TaskRead], Awaitable[httpx2.Response]]

OPERATIONS = [{"op": "create_task", "body": {"title": "second"}} for _ in range(100)]


async def batch(ada: Client, _: TaskRead) -> httpx2.Response:
    return await ada.post("/v1/batch", json={"operations": OPERATIONS})


async def batch_under_key(ada: Client, _: TaskRead) -> httpx2.Response:
    return await ada.post("/v1/batch", json={"operations": OPERATIONS}, headers={"Idempotency-Key": "once"})


async def undo(ada: Client, task: TaskRead) -> httpx2.Response:
    return await ada.post("/v1/undo", json={"change_ids": [task.version]})


async def export(ada: Client, _: TaskRead) -> httpx2.Response:
    return await ada.get("/v1/account/export")


pytestmark = pytest.mark.parametrize("ask", [batch, batch_under_key, undo, export])


async def test_a_backend_that_freezes_is_not_waited_for(
    ask: Ask, ada: Client, server: Server, target: DatabaseTarget
) -> None:
    task = await ada.create_task(title="first")
    async with frozen(await server.backends(target.database)):
        await refused_in_time(ask(ada, task))

    assert await ada.titles() == ["first"]
    assert (await ask(ada, task)).status_code == 200


async def test_nor_is_one_that_freezes_in_the_middle(
    ask: Ask, ada: Client, server: Server, target: DatabaseTarget
) -> None:
    task = await ada.create_task(title="first")
    async with tasks_locked(server, target):
        asking = asyncio.ensure_future(ask(ada, task))
        async with frozen(await server.waiting(target.database)):
            await refused_in_time(asking)

    assert await ada.titles() == ["first"]
    assert (await ask(ada, task)).status_code == 200


async def refused_in_time(asking: Awaitable[httpx2.Response]) -> None:
    began = time.monotonic()
    response = await asking
    took = time.monotonic() - began
    print(f"\nrefused after {took:.2f} s")  # noqa: T201  a figure for whoever asks for it

    assert refusal(response) == AWAY
    assert response.headers["retry-after"] == "1"
    assert took < ANSWER_SECONDS + SLACK


@asynccontextmanager
async def tasks_locked(server: Server, target: DatabaseTarget) -> AsyncIterator[None]:
    """While this lasts, whoever wants to read or write a task waits."""
    connection = await asyncpg.connect(server.url(target.database), ssl=False)
    try:
        async with connection.transaction():
            await connection.execute("LOCK TABLE task")
            yield
    finally:
        await connection.close()
