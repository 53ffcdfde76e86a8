"""Deleting an account deletes both sides, or can be asked for again."""

from collections.abc import AsyncIterator, Awaitable, Callable

import asyncpg
import pytest

from auth_server.conftest import Site
from auth_server.person import PASSWORD, Person
from auth_server.process import AuthServer

HERE = """
SELECT (SELECT count(*) FROM auth."user" WHERE id = $1) AS users,
       (SELECT count(*) FROM auth.account WHERE "userId" = $1) AS accounts,
       (SELECT count(*) FROM auth.session WHERE "userId" = $1) AS sessions,
       (SELECT count(*) FROM public.task WHERE user_id = $1) AS tasks
"""


async def settled(site: Site) -> tuple[Person, str]:
    """Somebody with a task, and their id."""
    person = await site.person()
    await person.write("Water the tomatoes")
    return person, await person.user_id()


async def left(connection: asyncpg.Connection, user_id: str) -> tuple[int, ...]:
    (row,) = await connection.fetch(HERE, user_id)
    return tuple(row)


async def test_both_sides_are_gone_and_nobody_elses(site: Site, connection: asyncpg.Connection) -> None:
    (ada, hers), (_, his) = await settled(site), await settled(site)
    assert await left(connection, hers) == (1, 1, 1, 1)

    answer = await ada.post("/delete-user", password=PASSWORD)

    assert answer.status_code == 200
    assert await left(connection, hers) == (0, 0, 0, 0)
    assert await left(connection, his) == (1, 1, 1, 1)
    assert (await ada.sign_in()).status_code == 401
    assert (await ada.sign_up()).status_code == 200, "the address is free again"


async def test_a_wrong_password_deletes_nothing(site: Site, connection: asyncpg.Connection) -> None:
    ada, user_id = await settled(site)

    answer = await ada.post("/delete-user", password="wrong but long enough")

    assert answer.status_code == 400
    assert await left(connection, user_id) == (1, 1, 1, 1)


async def test_who_never_wrote_a_task_can_go_too(site: Site, connection: asyncpg.Connection) -> None:
    ada = await site.person()
    user_id = await ada.user_id()

    assert (await ada.post("/delete-user", password=PASSWORD)).status_code == 200

    assert await left(connection, user_id) == (0, 0, 0, 0)


async def test_while_the_api_is_away_nothing_is_deleted_and_then_it_is(
    site: Site, connection: asyncpg.Connection
) -> None:
    ada, user_id = await settled(site)
    there, site.way_to_the_api.target = site.way_to_the_api.target, 9
    site.way_to_the_api.reset()

    refused = await ada.post("/delete-user", password=PASSWORD)
    afterwards = await left(connection, user_id)
    site.way_to_the_api.target = there
    accepted = await ada.post("/delete-user", password=PASSWORD)

    assert (refused.status_code, refused.json()["code"]) == (503, "TASKS_NOT_DELETED")
    assert "Ask again" in refused.json()["message"]
    assert afterwards == (1, 1, 1, 1)
    assert accepted.status_code == 200
    assert await left(connection, user_id) == (0, 0, 0, 0)


async def test_what_the_api_refuses_is_not_deleted_here(
    site: Site, connection: asyncpg.Connection, servers: Callable[..., AuthServer]
) -> None:
    """A server whose tokens name somebody else's API, so that ours refuses them."""
    ada, user_id = await settled(site)
    misled = site.visitor(ada.email, servers(AUTH_AUDIENCE="https://elsewhere.example", TODO_API_URL=site.api_url))
    assert (await misled.sign_in()).status_code == 200

    refused = await misled.post("/delete-user", password=PASSWORD)

    assert (refused.status_code, refused.json()["status"]) == (503, 401)
    assert (await left(connection, user_id))[0::3] == (1, 1)


@pytest.fixture
async def undeletable(connection: asyncpg.Connection) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """While this lasts, the database does not delete users; and a way to end it."""

    async def end() -> None:
        await connection.execute('DROP TRIGGER IF EXISTS keep ON auth."user"; DROP FUNCTION IF EXISTS keep()')

    await connection.execute(
        """
        CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE '% stays', OLD.email; END $$;
        CREATE TRIGGER keep BEFORE DELETE ON auth."user" FOR EACH ROW EXECUTE FUNCTION keep()
        """
    )
    yield end
    await end()


async def test_what_fails_half_way_leaves_an_account_that_can_be_deleted_again(
    site: Site, connection: asyncpg.Connection, undeletable: Callable[[], Awaitable[None]]
) -> None:
    ada, user_id = await settled(site)

    failed = await ada.post("/delete-user", password=PASSWORD)
    between = await left(connection, user_id)
    again = site.visitor(ada.email)
    signed_in = await again.sign_in()
    await undeletable()
    accepted = await again.post("/delete-user", password=PASSWORD)

    assert failed.status_code == 500
    assert ada.email not in failed.text + site.auth.log
    assert between == (1, 1, 1, 0), "the tasks are gone, and the account is whole"
    assert (signed_in.status_code, accepted.status_code) == (200, 200)
    assert await left(connection, user_id) == (0, 0, 0, 0)
