"""Starting, stopping, a database that is away, cookies behind TLS, and what the log says of it all."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from auth_server.conftest import Site
from auth_server.person import PASSWORD
from auth_server.process import AUTH, AuthServer
from cluster import Cluster
from todo_api.database_url import parse_database_url


@pytest.mark.parametrize("project", [AUTH.folder, Path(__file__).parent], ids=["the server", "its tests"])
def test_it_compiles(project: Path) -> None:
    assert not AUTH.run("tsc", "--pretty", "false", "--project", str(project / "tsconfig.json"))


async def test_told_to_stop_it_ends_well(servers: Callable[..., AuthServer]) -> None:
    server = servers()

    assert server.stop() == 0
    assert server.log == ""


async def test_with_whom_it_belongs_to_it_ends_too(servers: Callable[..., AuthServer]) -> None:
    server = servers("--until-stdin-ends")
    assert server.process.stdin is not None

    server.process.stdin.close()

    assert server.is_gone()
    assert server.process.returncode == 0


LEFT = """
SELECT array_agg(id ORDER BY id) FROM (
  SELECT id FROM auth."rateLimit" UNION ALL SELECT id FROM auth.session UNION ALL SELECT id FROM auth.jwks
  UNION ALL SELECT id FROM auth.verification
) WHERE id LIKE 'test %'
"""


async def test_what_nobody_needs_any_more_goes(
    site: Site, connection: asyncpg.Connection, servers: Callable[..., AuthServer]
) -> None:
    user_id = await (await site.person()).user_id()
    count = """INSERT INTO auth."rateLimit" (id, key, count, "lastRequest")
        VALUES ($1, $1, 1, extract(epoch FROM now() - $2::interval) * 1000)"""
    session = """INSERT INTO auth.session (id, token, "userId", "updatedAt", "expiresAt")
        VALUES ($1, $1, $3, now(), now() - $2::interval)"""
    key = """INSERT INTO auth.jwks (id, "publicKey", "privateKey", "createdAt", "expiresAt")
        VALUES ($1, '{}', '""', now(), now() - $2::interval)"""
    link = """INSERT INTO auth.verification (id, identifier, value, "createdAt", "updatedAt", "expiresAt")
        VALUES ($1, $1, $3, now(), now(), now() - $2::interval)"""
    await connection.execute(count, "test count, kept", timedelta(minutes=59))
    await connection.execute(count, "test count, old", timedelta(minutes=61))
    await connection.execute(session, "test session, kept", timedelta(minutes=-1), user_id)
    await connection.execute(session, "test session, old", timedelta(minutes=1), user_id)
    await connection.execute(key, "test key, kept", timedelta(hours=47))
    await connection.execute(key, "test key, old", timedelta(hours=49))
    await connection.execute(link, "test link, kept", timedelta(minutes=-1), user_id)
    await connection.execute(link, "test link, old", timedelta(minutes=1), user_id)

    servers()

    async with asyncio.timeout(20):
        while any("old" in name for name in await connection.fetchval(LEFT)):  # noqa: ASYNC110  it is another process's
            await asyncio.sleep(0.05)
    kept = ["test count, kept", "test key, kept", "test link, kept", "test session, kept"]
    assert await connection.fetchval(LEFT) == kept


async def test_behind_tls_cookies_are_for_tls_alone(site: Site, servers: Callable[..., AuthServer]) -> None:
    origin = "https://todo.example"
    person = site.visitor(auth=servers(AUTH_ISSUER=origin))
    person.http.headers["Origin"] = origin

    answer = await person.sign_up()

    (cookie,) = answer.headers.get_list("set-cookie")
    assert cookie.startswith("__Secure-better-auth.session_token=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


async def test_no_answer_is_kept_on_the_way(site: Site) -> None:
    person = await site.person()

    for path in ("/ok", "/jwks", "/token", "/get-session", "/nothing"):
        headers = (await person.http.get(path)).headers
        assert (headers["Cache-Control"], headers["X-Content-Type-Options"]) == ("no-store", "nosniff")


@pytest.mark.direct("PgBouncer waits for a database that is away")
async def test_while_the_database_is_away_it_says_so_and_tells_the_log_nothing_of_anybody(
    site: Site, cluster: Cluster, servers: Callable[..., AuthServer]
) -> None:
    server = servers()
    person = site.visitor(auth=server)
    assert (await person.sign_up()).status_code == 200
    token, cookie = await person.token(), person.http.cookies["better-auth.session_token"]
    name = parse_database_url(site.database_url).database
    hang_up = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND usename = 'todo'"

    await cluster.execute(f"ALTER DATABASE {name} CONNECTION LIMIT 0; {hang_up}")
    away = [await person.sign_in(), await person.http.get("/token"), await person.http.get("/jwks")]
    await cluster.execute(f"ALTER DATABASE {name} CONNECTION LIMIT -1")
    back = await person.http.get("/token")

    assert {(answer.status_code, answer.json()["code"]) for answer in away} == {(503, "DATABASE_UNAVAILABLE")}
    assert {answer.headers["Retry-After"] for answer in away} == {"1"}
    assert back.status_code == 200
    assert len([line for line in server.lines if line["failed"].startswith(("GET", "POST"))]) == len(away)
    for secret in (PASSWORD, person.email, token, cookie, cookie.partition(".")[0], "Ada"):
        assert secret not in server.log
