"""How often one address may try a password."""

from collections.abc import Callable

import asyncpg
import httpx2

from auth_server.conftest import Site
from auth_server.process import AuthServer

ATTEMPTS = 3


async def tries(http: httpx2.AsyncClient, times: int, forwarded_for: str) -> list[int]:
    """Sign in with a wrong password, so often, as a proxy on this machine passes it on."""
    body = {"email": "nobody@example.test", "password": "wrong but long enough"}
    headers = {"X-Forwarded-For": forwarded_for}
    return [(await http.post("/sign-in/email", json=body, headers=headers)).status_code for _ in range(times)]


async def test_one_too_many_is_told_to_wait_and_others_are_not(site: Site, servers: Callable[..., AuthServer]) -> None:
    limited = site.visitor(auth=servers(AUTH_RATE_LIMIT=str(ATTEMPTS)))
    known = await site.person()

    assert await tries(limited.http, ATTEMPTS + 1, "192.0.2.1") == [401] * ATTEMPTS + [429]

    right = {"email": known.email, "password": "correct horse battery staple"}
    late = await limited.http.post("/sign-in/email", json=right, headers={"X-Forwarded-For": "192.0.2.1"})
    assert late.status_code == 429, "the right password comes too late, too"
    assert 1 <= int(late.headers["Retry-After"]) <= 60
    assert await tries(limited.http, 1, "192.0.2.2") == [401]


async def test_who_writes_the_header_is_not_believed_beyond_the_proxy(
    site: Site, servers: Callable[..., AuthServer]
) -> None:
    limited = site.visitor(auth=servers(AUTH_RATE_LIMIT=str(ATTEMPTS)))

    statuses = [(await tries(limited.http, 1, f"198.51.100.{number}, 192.0.2.3"))[0] for number in range(ATTEMPTS + 1)]

    assert statuses == [401] * ATTEMPTS + [429]


async def test_a_network_of_ipv6_is_one_address(site: Site, servers: Callable[..., AuthServer]) -> None:
    limited = site.visitor(auth=servers(AUTH_RATE_LIMIT=str(ATTEMPTS)))

    statuses = [(await tries(limited.http, 1, f"2001:db8::{number}"))[0] for number in range(1, ATTEMPTS + 2)]

    assert statuses == [401] * ATTEMPTS + [429]


async def test_without_a_proxy_to_trust_the_header_says_nothing(site: Site, servers: Callable[..., AuthServer]) -> None:
    server = servers(AUTH_RATE_LIMIT=str(ATTEMPTS), FORWARDED_ALLOW_IPS="192.0.2.99")
    limited = site.visitor(auth=server)

    statuses = [(await tries(limited.http, 1, f"192.0.2.{number}"))[0] for number in range(10, 11 + ATTEMPTS)]

    assert statuses == [401] * ATTEMPTS + [429]


async def test_processes_count_together_and_a_restart_forgives_nobody(
    site: Site, servers: Callable[..., AuthServer]
) -> None:
    one, other = servers(AUTH_RATE_LIMIT=str(ATTEMPTS)), servers(AUTH_RATE_LIMIT=str(ATTEMPTS))
    assert await tries(site.visitor(auth=one).http, ATTEMPTS, "192.0.2.4") == [401] * ATTEMPTS
    assert one.stop() == 0

    assert await tries(site.visitor(auth=other).http, 1, "192.0.2.4") == [429]


async def test_a_minute_ends_after_a_minute_however_often_somebody_asks_in_it(
    site: Site, servers: Callable[..., AuthServer], connection: asyncpg.Connection
) -> None:
    limited = site.visitor(auth=servers(AUTH_RATE_LIMIT=str(ATTEMPTS)))
    counted = """SELECT count, "lastRequest" AS since FROM auth."rateLimit" WHERE key LIKE '192.0.2.5%'"""
    await tries(limited.http, 1, "192.0.2.5")
    (first,) = await connection.fetch(counted)
    assert await tries(limited.http, ATTEMPTS, "192.0.2.5") == [401] * (ATTEMPTS - 1) + [429]
    (last,) = await connection.fetch(counted)

    await connection.execute("""UPDATE auth."rateLimit" SET "lastRequest" = "lastRequest" - 60000""")

    assert (first["count"], last["count"], last["since"]) == (1, ATTEMPTS + 1, first["since"])
    assert await tries(limited.http, 1, "192.0.2.5") == [401]


async def test_keys_and_probes_are_not_counted(site: Site) -> None:
    http = site.visitor().http

    assert {(await http.get(path)).status_code for path in ("/ok", "/jwks") * 160} == {200}
