"""A forgotten password, from the letter to the new one."""

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta

import asyncpg
import httpx2
import pytest

from auth_server.conftest import Site
from auth_server.person import PASSWORD, Person
from auth_server.process import ISSUER, AuthServer
from letterbox import Letterbox, link_in, token_in

NEW = "a new battery for the horse"
LEAST_SECONDS = 0.25


@pytest.fixture
async def server(servers: Callable[..., AuthServer], letterbox: Letterbox) -> AuthServer:
    """One that sends letters."""
    return servers(**letterbox.settings)


@pytest.fixture
async def person(site: Site, server: AuthServer) -> Person:
    """Somebody who has signed up at it."""
    person = site.visitor(auth=server)
    assert (await person.sign_up()).status_code == 200
    return person


async def choose(person: Person, token: str, password: str = NEW) -> httpx2.Response:
    return await person.post("/reset-password", token=token, newPassword=password)


async def test_a_letter_leads_to_a_new_password_and_ends_every_session(
    site: Site, server: AuthServer, person: Person, letterbox: Letterbox
) -> None:
    thief, again = (site.visitor(person.email, server) for _ in range(2))
    assert (await thief.sign_in()).status_code == 200

    asked = await person.forget()
    letter = await letterbox.letter_to(person.email)
    chosen = await choose(again, token_in(letter))

    assert (asked.status_code, chosen.status_code) == (200, 200)
    assert [(await each.http.get("/token")).status_code for each in (person, thief)] == [401, 401]
    assert (await again.sign_in()).status_code == 401
    assert (await again.sign_in(password=NEW)).status_code == 200
    await again.write("Water the tomatoes")
    assert server.log == ""


async def test_a_letter_says_what_it_is_for_and_its_link_leads_to_the_public_origin(
    person: Person, letterbox: Letterbox
) -> None:
    await person.forget(Host="evil.example", **{"X-Forwarded-Host": "evil.example", "Accept-Language": "de, en;q=0.5"})
    letter = await letterbox.letter_to(person.email)

    assert (letter["From"], letter["To"]) == ("Todo <todo@todo.example>", person.email)
    assert letter["Subject"] == "Choose a new password"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "Ada" not in letter.as_string(), "who signs up with a stranger's address chooses no word of it"
    assert link_in(letter).startswith(f"{ISSUER}/reset-password#"), "what follows is sent to no server"


@pytest.mark.parametrize(
    ("languages", "subject"),
    [
        ("ar", "اختيار كلمة مرور جديدة"),
        ("ar-EG, en;q=0.8", "اختيار كلمة مرور جديدة"),
        ("fr, ar;q=0.5, en;q=0.4", "اختيار كلمة مرور جديدة"),
        ("en-GB, ar;q=0.9", "Choose a new password"),
        ("ar;q=0", "Choose a new password"),
        ("ar;q=x,,;", "Choose a new password"),
    ],
)
async def test_it_is_written_in_a_language_that_is_read(
    person: Person, letterbox: Letterbox, languages: str, subject: str
) -> None:
    await person.forget(**{"Accept-Language": languages})

    assert (await letterbox.letter_to(person.email))["Subject"] == subject


async def test_nobody_learns_who_has_an_account(
    site: Site, server: AuthServer, person: Person, letterbox: Letterbox
) -> None:
    nobody = "nobody.at.all@example.test"
    told: dict[str, list[object]] = {}
    for email in (person.email, nobody):
        began = time.monotonic()
        answer = await site.visitor(email, server).forget()
        assert time.monotonic() - began >= LEAST_SECONDS
        fields = {name: value for name, value in answer.headers.items() if name != "date"}
        told[email] = [answer.status_code, answer.content, fields]
    assert await asyncio.to_thread(server.stop) == 0, "what was under way has gone"

    assert told[person.email] == told[nobody]
    assert (letterbox.count(person.email), letterbox.count(nobody)) == (1, 0)
    assert server.log == ""


async def test_a_link_is_good_once_and_then_the_others_are_not(person: Person, letterbox: Letterbox) -> None:
    tokens = []
    for _ in range(2):
        await person.forget()
        tokens.append(token_in(await letterbox.letter_to(person.email)))

    at_once = await asyncio.gather(*(choose(person, tokens[1]) for _ in range(5)))
    later = [await choose(person, token) for token in tokens]

    assert sorted(answer.status_code for answer in at_once) == [200, 400, 400, 400, 400]
    assert [(answer.status_code, answer.json()["code"]) for answer in later] == [(400, "INVALID_TOKEN")] * 2


async def test_a_link_is_good_for_an_hour(person: Person, letterbox: Letterbox, connection: asyncpg.Connection) -> None:
    await person.forget()
    token = token_in(await letterbox.letter_to(person.email))
    life = await connection.fetchval('SELECT max("expiresAt" - "createdAt") FROM auth.verification')

    await connection.execute("""UPDATE auth.verification SET "expiresAt" = "expiresAt" - interval '1 hour'""")
    late = await choose(person, token)

    assert round(life / timedelta(hours=1), 3) == 1
    assert (late.status_code, late.json()["code"]) == (400, "INVALID_TOKEN")
    assert (await person.sign_in()).status_code == 200


async def test_what_stands_in_the_database_is_no_link_and_a_link_is_no_login(
    person: Person, letterbox: Letterbox, connection: asyncpg.Connection
) -> None:
    await person.forget()
    token = token_in(await letterbox.letter_to(person.email))
    rows = await connection.fetch("SELECT identifier FROM auth.verification")

    assert token not in str(rows)
    for row in rows:
        assert (await choose(person, row["identifier"])).status_code == 400
    assert (await person.ask(token)).status_code == 401


@pytest.mark.parametrize("password", ["short", "x" * 129, ""])
async def test_a_password_that_is_refused_leaves_the_link_good(
    person: Person, letterbox: Letterbox, password: str
) -> None:
    await person.forget()
    token = token_in(await letterbox.letter_to(person.email))

    assert (await choose(person, token, password)).status_code == 400
    assert (await choose(person, token)).status_code == 200


async def test_a_password_is_changed_and_other_devices_are_signed_out(site: Site) -> None:
    person = await site.person()
    other = site.visitor(person.email)
    assert (await other.sign_in()).status_code == 200
    wish = {"newPassword": NEW, "revokeOtherSessions": True}

    refused = await person.post("/change-password", currentPassword="not the password", **wish)
    assert (refused.status_code, (await other.http.get("/token")).status_code) == (400, 200)
    assert (await person.post("/change-password", currentPassword=PASSWORD, **wish)).status_code == 200

    assert [(await each.http.get("/token")).status_code for each in (person, other)] == [200, 401]
    assert [(await other.sign_in(password=each)).status_code for each in (PASSWORD, NEW)] == [401, 200]
