"""Each user may send so many requests in a minute."""

import asyncpg
import httpx2

from api.rate_limits.conftest import Start, Told, told_by
from client import refusal

PATH = "/v1/account"


async def until_refused(reader: httpx2.AsyncClient, path: str = PATH, most: int = 50) -> httpx2.Response:
    """Ask until there is a 429, which is given back."""
    for _ in range(most):
        response = await reader.get(path)
        if response.status_code == 429:
            return response
    raise AssertionError(f"{most} requests were answered.")


async def test_every_answer_tells_what_remains(start: Start) -> None:
    async with start(TODO_RATE_LIMIT="10") as (api,), api.http("ada") as ada:
        first = told_by(await ada.get(PATH))
        missing = told_by(await ada.get("/v1/tasks/0199aaaa-0000-7000-8000-000000000000"))
        unreadable = told_by(await ada.post("/v1/tasks", content=b"{"))

    assert first._replace(seconds=0) == Told("user", 10, 9, 0)
    assert 1 <= first.seconds <= 60
    assert (missing.remaining, unreadable.remaining) == (8, 7)


async def test_one_too_many_is_a_429_that_says_when_to_come_back(start: Start) -> None:
    async with start(TODO_RATE_LIMIT="5") as (api,), api.http("ada") as ada:
        allowed = [(await ada.get(PATH)).status_code for _ in range(5)]
        response = await until_refused(ada)

    assert allowed == [200] * 5
    assert refusal(response) == (429, "rate_limited")
    told = told_by(response)
    assert (told.name, told.quota, told.remaining) == ("user", 5, 0)
    assert 1 <= int(response.headers["Retry-After"]) == told.seconds <= 120


async def test_who_is_refused_hinders_nobody_else(start: Start) -> None:
    async with start(TODO_RATE_LIMIT="5") as (api,), api.http("ada") as ada, api.http("bob") as bob:
        await until_refused(ada)

        response = await bob.get(PATH)

    assert response.status_code == 200
    assert told_by(response).remaining == 4


async def test_a_refused_request_does_nothing_and_asks_the_database_nothing(start: Start) -> None:
    async with start(TODO_RATE_LIMIT="3") as (api,), api.http("ada") as ada:
        await until_refused(ada)
        connection = await asyncpg.connect(**api.database.connect_arguments())
        try:
            await connection.execute("ALTER TABLE account RENAME TO elsewhere")
            refusals = [
                await ada.post("/v1/tasks", json={"title": "one too many"}),
                await ada.get("/v1/tasks"),
                await ada.post("/v1/batch", json={"mode": "each", "operations": []}),
                await ada.get("/v1/events"),
            ]
            await connection.execute("ALTER TABLE elsewhere RENAME TO account")
            tasks = await connection.fetchval("SELECT count(*) FROM task")
        finally:
            await connection.close()

    assert [refusal(response) for response in refusals] == [(429, "rate_limited")] * 4
    assert tasks == 0


async def test_a_batch_is_one_request(start: Start) -> None:
    create = {"op": "create_task", "body": {"title": "x"}}
    async with start(TODO_RATE_LIMIT="10") as (api,), api.http("ada") as ada:
        response = await ada.post("/v1/batch", json={"mode": "atomic", "operations": [create] * 50})

    assert response.status_code == 200
    assert told_by(response).remaining == 9


async def test_without_a_limit_nothing_is_said_of_one(start: Start) -> None:
    async with start(TODO_RATE_LIMIT="off", TODO_RATE_LIMIT_ADDRESS="off") as (api,), api.http("ada") as ada:
        responses = [await ada.get(PATH) for _ in range(20)] + [await ada.get("/nowhere") for _ in range(20)]

    assert {response.status_code for response in responses} == {200, 404}
    assert not any({"ratelimit", "ratelimit-policy"} & response.headers.keys() for response in responses)
