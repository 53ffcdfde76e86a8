"""How letters are sent: never in the way of an answer, never in the clear, never too many."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from auth_server.conftest import Site
from auth_server.process import ISSUER, AuthServer
from letterbox import Letterbox
from settings.certificates import Authority

FROM = "todo@todo.example"
QUICK_SECONDS = 3.0
"""Less than a server that says nothing is waited for, and more than an answer takes on a busy machine."""


@pytest.fixture
async def known(site: Site) -> str:
    """The address of somebody with an account."""
    return (await site.person()).email


async def test_three_in_an_hour_are_enough_for_anybody(
    site: Site, servers: Callable[..., AuthServer], letterbox: Letterbox, known: str
) -> None:
    server = servers(**letterbox.settings)
    crowd = [site.visitor(known, server) for _ in range(5)]

    answers = await asyncio.gather(
        *(each.forget(**{"X-Forwarded-For": f"192.0.2.{number}"}) for number, each in enumerate(crowd))
    )
    assert await asyncio.to_thread(server.stop) == 0

    assert {answer.status_code for answer in answers} == {200}
    assert letterbox.count(known) == 3


async def test_one_address_may_ask_a_few_times_an_hour(
    site: Site, servers: Callable[..., AuthServer], letterbox: Letterbox
) -> None:
    limited = site.visitor(auth=servers(AUTH_RATE_LIMIT="2", **letterbox.settings))
    here, elsewhere = {"X-Forwarded-For": "192.0.2.20"}, {"X-Forwarded-For": "192.0.2.21"}

    answers = [await limited.forget(**here) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 3500 < int(answers[-1].headers["Retry-After"]) <= 3600
    assert (await limited.forget(**elsewhere)).status_code == 200


async def test_a_mail_server_that_is_away_is_logged_and_told_to_nobody(
    site: Site, servers: Callable[..., AuthServer], known: str
) -> None:
    server = servers(AUTH_SMTP_URL="smtp://127.0.0.1:9", AUTH_MAIL_FROM=FROM)

    answer = await site.visitor(known, server).forget()
    assert await asyncio.to_thread(server.stop) == 0

    assert answer.status_code == 200
    (line,) = server.lines
    assert (line["failed"], line["code"]) == ("a letter", "ESOCKET")
    assert known not in server.log


async def test_a_mail_server_that_says_nothing_keeps_nobody_waiting(
    site: Site, servers: Callable[..., AuthServer], known: str
) -> None:
    async with Letterbox(greets=False) as silent:
        server = servers(**silent.settings)
        began = time.monotonic()

        answer = await site.visitor(known, server).forget()

        assert answer.status_code == 200
        assert time.monotonic() - began < QUICK_SECONDS
        assert await asyncio.to_thread(server.stop) == 0
        assert [line["code"] for line in server.lines] == ["EABORT"]


async def test_a_mail_server_elsewhere_is_told_nothing_without_tls(
    site: Site, servers: Callable[..., AuthServer], letterbox: Letterbox, known: str
) -> None:
    server = servers(AUTH_SMTP_URL=f"smtp://0.0.0.0:{letterbox.port}", AUTH_MAIL_FROM=FROM)

    await site.visitor(known, server).forget()
    assert await asyncio.to_thread(server.stop) == 0

    assert letterbox.count(known) == 0
    assert [line["code"] for line in server.lines] == ["ETLS"]


@pytest.mark.parametrize("knows_authority", [True, False])
async def test_a_mail_server_has_to_prove_its_name(
    site: Site, servers: Callable[..., AuthServer], known: str, tmp_path: Path, *, knows_authority: bool
) -> None:
    authority = Authority.new(tmp_path)
    trusted = {"NODE_EXTRA_CA_CERTS": str(authority.file)} if knows_authority else {}
    async with Letterbox(authority.server("localhost")) as letterbox:
        server = servers(AUTH_SMTP_URL=f"smtps://localhost:{letterbox.port}", AUTH_MAIL_FROM=FROM, **trusted)

        await site.visitor(known, server).forget()
        assert await asyncio.to_thread(server.stop) == 0

        assert letterbox.count(known) == knows_authority
        assert (server.log == "") == knows_authority


async def test_without_a_mail_server_it_is_not_offered(
    site: Site, servers: Callable[..., AuthServer], letterbox: Letterbox, known: str
) -> None:
    with_mail = site.visitor(known, servers(**letterbox.settings))
    without = site.visitor(known)

    offers = [(await each.http.get("/offers")).json() for each in (with_mail, without)]
    refused = [await without.forget(), await without.post("/reset-password", token="x", newPassword="long enough")]

    assert offers == [{"passwordReset": True}, {"passwordReset": False}]
    assert [answer.status_code for answer in refused] == [404, 404]


async def test_on_ones_own_machine_the_log_can_stand_in_for_it(
    site: Site, servers: Callable[..., AuthServer], known: str
) -> None:
    server = servers(AUTH_SMTP_URL="log:")

    await site.visitor(known, server).forget()
    assert await asyncio.to_thread(server.stop) == 0

    assert f"A letter to {known}" in server.log
    assert f"{ISSUER}/reset-password#" in server.log
