"""What has expired is deleted, and nothing else."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from client import Client, address, refusal
from replica import Replica, things_of
from running import Api
from todo_api.database import Database
from todo_api.housekeeping import Housekeeping

NOW = datetime.now(UTC)
KEPT = timedelta(days=90)


@pytest.fixture
async def house(api: Api) -> AsyncIterator[Housekeeping]:
    database = Database(api.settings.database, 1)
    yield Housekeeping(database, KEPT)
    await database.close()


async def count(connection: asyncpg.Connection, table: str, client: Client) -> int:
    return int(await connection.fetchval(f"SELECT count(*) FROM {table} WHERE user_id = $1", client.user_id))


async def age(connection: asyncpg.Connection, table: str, client: Client, by: timedelta) -> None:
    await connection.execute(f"UPDATE {table} SET at = at - $2::interval WHERE user_id = $1", client.user_id, by)


async def test_old_changes_go_and_things_stay(
    ada: Client, bob: Client, connection: asyncpg.Connection, house: Housekeeping
) -> None:
    await ada.create_task()
    await bob.create_task()
    await age(connection, "change", ada, KEPT + timedelta(days=2))
    await ada.create_label(name="recent")
    before = await things_of(ada)

    await house.once(NOW)

    assert [await count(connection, "change", who) for who in (ada, bob)] == [1, 2]
    assert await things_of(ada) == before
    replica = Replica(ada)
    await replica.catch_up()
    assert replica.things == before


async def test_as_many_as_there_are(ada: Client, connection: asyncpg.Connection, house: Housekeeping) -> None:
    await ada.account()
    await connection.execute(
        "INSERT INTO change (user_id, version, entity, entity_id, op, at)"
        " SELECT $1, number, 'task', gen_random_uuid(), 'updated', $2 FROM generate_series(1, 2500) AS number",
        ada.user_id,
        NOW - KEPT - timedelta(days=2),
    )

    await house.once(NOW)

    assert await count(connection, "change", ada) == 1


async def test_who_still_has_a_cursor_may_use_it_to_the_last_day(
    ada: Client, connection: asyncpg.Connection, house: Housekeeping
) -> None:
    task = await ada.create_task()
    replica = Replica(ada)
    await replica.catch_up()
    await ada.patch(address(task), json={"title": "changed"})
    await age(connection, "change", ada, KEPT - timedelta(hours=1))

    await house.once(NOW)
    await replica.catch_up()

    assert replica.things == await things_of(ada)


async def test_answers_go_after_a_day(ada: Client, connection: asyncpg.Connection, house: Housekeeping) -> None:
    for name in ("old", "new"):
        await ada.post("/v1/tasks", json={"title": name}, headers={"Idempotency-Key": name})
    await connection.execute("UPDATE answer SET at = at - interval '25 hours' WHERE key = 'old'")

    await house.once(datetime.now(UTC))

    assert await count(connection, "answer", ada) == 1


async def test_an_old_change_cannot_be_undone(ada: Client, connection: asyncpg.Connection, house: Housekeeping) -> None:
    task = await ada.create_task()
    await age(connection, "change", ada, KEPT + timedelta(days=2))
    await house.once(NOW)

    response = await ada.post("/v1/undo", json={"change_ids": [task.version]})

    assert refusal(response) == (404, "change_not_found")
