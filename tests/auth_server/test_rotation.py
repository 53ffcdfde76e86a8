"""New keys, and those of before."""

from collections.abc import Callable
from datetime import timedelta

import asyncpg
import jwt

from auth_server.conftest import Site, api_settings
from auth_server.process import AuthServer
from serving import serving

EXPIRE = """UPDATE auth.jwks SET "expiresAt" = now() - $1::interval WHERE "expiresAt" > now()"""


def key_of(token: str) -> str:
    key: str = jwt.get_unverified_header(token)["kid"]
    return key


async def published(site: Site) -> list[str]:
    return [key["kid"] for key in (await site.visitor().http.get("/jwks")).json()["keys"]]


async def test_a_key_signs_for_thirty_days(site: Site, connection: asyncpg.Connection) -> None:
    await (await site.person()).token()

    lives = await connection.fetch('SELECT "expiresAt" - "createdAt" AS life FROM auth.jwks')

    assert [round(row["life"] / timedelta(days=1), 3) for row in lives] == [30]


async def test_after_a_rotation_both_are_taken_by_who_knew_the_keys_and_by_who_did_not(
    site: Site, connection: asyncpg.Connection
) -> None:
    person = await site.person()
    old = await person.token()
    assert (await person.ask(old)).status_code == 200

    await connection.execute(EXPIRE, timedelta())
    new = await person.token()

    assert key_of(new) != key_of(old)
    assert {key_of(old), key_of(new)} <= set(await published(site))
    assert [(await person.ask(token)).status_code for token in (new, old)] == [200, 200]
    async with serving(api_settings(site.database_url, site.auth.url)) as another:
        assert [(await person.ask(token, another)).status_code for token in (new, old)] == [200, 200]


async def test_a_key_whose_grace_is_over_is_published_no_more(site: Site, connection: asyncpg.Connection) -> None:
    person = await site.person()
    old = key_of(await person.token())
    await connection.execute(EXPIRE, timedelta(hours=47))
    assert old in await published(site)

    await connection.execute("""UPDATE auth.jwks SET "expiresAt" = now() - interval '49 hours' WHERE id = $1""", old)
    new = key_of(await person.token())

    assert old not in (keys := await published(site))
    assert new in keys


async def test_another_secret_makes_another_key_and_no_errors(site: Site, servers: Callable[..., AuthServer]) -> None:
    before = await site.person()
    old = await before.token()

    changed = servers(BETTER_AUTH_SECRET="another secret of the tests, long enough")
    after = site.visitor(before.email, changed)

    assert (await after.sign_in()).status_code == 200
    new = await after.token()
    assert key_of(new) != key_of(old)
    async with serving(api_settings(site.database_url, site.auth.url)) as api_url:
        assert [(await before.ask(token, api_url)).status_code for token in (new, old)] == [200, 200]
