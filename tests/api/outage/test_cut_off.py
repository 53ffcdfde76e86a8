"""A database that goes away in the middle and comes back: reads are done again, writes never twice."""

import asyncio

from api.outage.operator import Operator
from client import Client, refusal
from todo_domain import new_id

AWAY = (503, "database_unavailable")
UNKNOWN = (503, "outcome_unknown")


async def test_connections_that_were_cut_are_replaced(ada: Client, operator: Operator) -> None:
    task = await ada.create_task()
    for number in range(10):
        await asyncio.gather(*(ada.get("/v1/tasks") for _ in range(10)))
        await operator.hang_up()

        reads = await asyncio.gather(*(ada.get(f"/v1/tasks/{task.id}") for _ in range(10)))
        assert [response.status_code for response in reads] == [200] * 10
        await operator.hang_up()

        write = await ada.patch(f"/v1/tasks/{task.id}", json={"title": f"Weed {number}"})
        assert write.status_code == 200 or refusal(write) == UNKNOWN
        await operator.hang_up()

        exported = await ada.get("/v1/account/export")
        assert exported.status_code == 200 or refusal(exported) == AWAY


async def test_a_read_that_was_cut_off_is_done_again(ada: Client, operator: Operator) -> None:
    task = await ada.create_task()
    async with operator.transaction("LOCK TABLE task"):
        reading = asyncio.create_task(ada.get(f"/v1/tasks/{task.id}"))
        await operator.until_somebody_waits()
        await operator.hang_up(on_the_waiting=True)

    assert (await reading).status_code == 200


async def test_a_write_that_was_cut_off_is_not_done_twice(ada: Client, operator: Operator) -> None:
    await ada.create_task(title="first")
    async with operator.transaction("SELECT FROM account FOR UPDATE"):
        writing = asyncio.create_task(ada.post("/v1/tasks", json={"title": "second"}))
        await operator.until_somebody_waits()
        await operator.hang_up(on_the_waiting=True)
        response = await writing

    assert refusal(response) == UNKNOWN
    assert "retry-after" not in response.headers
    assert await ada.titles() == ["first"]
    assert (await ada.create_task(title="second")).title == "second"


async def test_who_gave_up_waits_for_no_lock_any_more(ada: Client, operator: Operator) -> None:
    """Or else it would hold up everybody behind it, and in the end do what nobody waits for."""
    await ada.create_task(title="first")
    async with operator.transaction("SELECT FROM account FOR UPDATE"):
        writes = [ada.post("/v1/tasks", json={"title": "late"}, headers={"Idempotency-Key": str(n)}) for n in range(3)]
        responses = await asyncio.gather(*writes)
        await operator.until_nobody_waits()

    assert [refusal(response) for response in responses] == [AWAY] * 3
    assert await ada.titles() == ["first"]


async def test_a_transaction_that_was_cut_off_before_its_end_is_done_again(ada: Client, operator: Operator) -> None:
    await ada.create_task(title="first")
    batch = {"operations": [{"op": "create_task", "body": {"id": str(new_id()), "title": "second"}}]}
    async with operator.transaction("SELECT FROM account FOR UPDATE"):
        writing = asyncio.create_task(ada.post("/v1/batch", json=batch))
        await operator.until_somebody_waits()
        await operator.hang_up(on_the_waiting=True)
        await operator.until_somebody_waits()

    assert (await writing).status_code == 200
    assert await ada.titles() == ["first", "second"]


async def test_a_migration_under_way_is_not_noticed(ada: Client, operator: Operator) -> None:
    """A prepared statement whose result has changed its type is prepared again."""
    task = await ada.create_task(title="Weed")
    for step in (
        "ALTER TABLE task ALTER COLUMN version TYPE numeric, ALTER COLUMN title TYPE varchar",
        "ALTER TABLE task ADD COLUMN mood text NOT NULL DEFAULT 'sunny'",
        "ALTER TABLE task ALTER COLUMN version TYPE bigint, ALTER COLUMN title TYPE text",
        "ALTER TABLE task DROP COLUMN mood",
    ):
        async with operator.transaction(step):
            pass

        assert (await ada.task(task)).title == "Weed", step
        assert [each.id for each in await ada.tasks()] == [task.id], step
        assert (await ada.complete(task)).version > task.version
        assert (await ada.reopen(task)).version > task.version
