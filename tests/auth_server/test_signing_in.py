"""From the first sign-up to the API and out again."""

import time

import asyncpg
import httpx2
import jwt
import pytest

from auth_server.conftest import Site
from auth_server.person import bearer
from auth_server.process import AUDIENCE, ISSUER


async def test_the_first_sign_up_gives_a_token_that_the_api_takes(site: Site) -> None:
    ada, bob = await site.person(), await site.person()

    await ada.write("Water the tomatoes")

    assert await ada.titles() == ["Water the tomatoes"]
    assert await bob.titles() == []


async def test_a_token_says_who_and_nothing_more(site: Site) -> None:
    token = await (await site.person()).token()

    claims = jwt.decode(token, options={"verify_signature": False})
    header = jwt.get_unverified_header(token)

    assert claims.keys() == {"sub", "iss", "aud", "iat", "exp"}
    assert (claims["iss"], claims["aud"]) == (ISSUER, AUDIENCE)
    assert claims["exp"] - claims["iat"] == 300
    assert abs(claims["iat"] - time.time()) < 60
    assert header.keys() == {"alg", "kid"}
    assert header["alg"] == "EdDSA"


async def test_only_the_password_signs_in_again(site: Site) -> None:
    person = await site.person()
    again = site.visitor(person.email)

    refused = await again.sign_in(password="wrong but long enough")
    accepted = await again.sign_in()

    assert (refused.status_code, accepted.status_code) == (401, 200)
    assert await again.user_id() == await person.user_id()


async def test_sign_out_stops_new_tokens_at_once_however_they_are_asked_for(site: Site) -> None:
    person, thief, machine = site.visitor(), site.visitor(), site.visitor()
    machine.http.headers = httpx2.Headers(bearer((await person.sign_up()).headers["set-auth-token"]))
    thief.http.cookies = httpx2.Cookies(person.http.cookies)
    everybody = (person, thief, machine)
    before = [(await each.http.get("/token")).status_code for each in everybody]

    assert (await person.post("/sign-out")).status_code == 200

    assert before == [200, 200, 200]
    assert [(await each.http.get("/token")).status_code for each in everybody] == [401, 401, 401]


async def test_what_stands_in_the_database_is_no_credential(site: Site, connection: asyncpg.Connection) -> None:
    person, thief = await site.person(), site.visitor()
    raw = await connection.fetchval('SELECT token FROM auth.session WHERE "userId" = $1', await person.user_id())
    assert raw in person.http.cookies["better-auth.session_token"]

    forged = [raw, f"{raw}.", f"{raw}.{raw}", f"{raw}.%00"]

    assert [(await thief.http.get("/token", headers=bearer(each))).status_code for each in forged] == [401] * 4


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
async def test_a_page_of_a_strangers_cannot_use_the_cookie(site: Site, origin: str) -> None:
    person = await site.person()

    answer = await person.http.post("/sign-out", json={}, headers={"Origin": origin})

    assert answer.status_code == 403
    assert (await person.http.get("/token")).status_code == 200
