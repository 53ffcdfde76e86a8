"""The proxy of docs/production.md, for real: certificate, cookies, one origin, streams."""

import asyncio
import os
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from auth_server.conftest import api_settings
from auth_server.person import PASSWORD, bearer
from auth_server.process import AUTH, migrated, running, settings
from cluster import Cluster
from convergence.machines import reserved_port
from serving import serving
from todo_api.database_url import DatabaseTarget
from todo_api.embedded.postmaster import wait_until
from todo_api.front.site import POLICY

pytestmark = pytest.mark.skipif(shutil.which("caddy") is None, reason="there is no Caddy: apt-get install caddy")

CADDYFILE = Path(__file__).parents[2] / "deploy" / "Caddyfile"
SECONDS = 30.0
_OF_A_TEST = """
{
	admin off
	auto_https disable_redirects
	default_bind 127.0.0.1
	local_certs
	skip_install_trust
	storage file_system %s
}
import %s
"""
"""A certificate of its own authority, which nobody is made to trust, and no port but the one."""


@pytest.fixture(scope="module")
async def browser(
    cluster: Cluster, template: DatabaseTarget, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[httpx2.AsyncClient]:
    """Of somebody who opens the site."""
    AUTH.install()
    target = await cluster.create_database(template=template)
    await asyncio.to_thread(migrated, cluster.direct_url(target.database))
    url, folder = cluster.url(target.database), tmp_path_factory.mktemp("caddy")
    with reserved_port() as port:
        site = f"https://localhost:{port}"
        with running(**settings(url, AUTH_ISSUER=site, AUTH_AUDIENCE=site)) as auth:
            rules = api_settings(url, auth.url).model_copy(update={"issuer": site, "audience": site})
            where = {
                "TODO_SITE": f"localhost:{port}",
                "AUTH_UPSTREAM": auth.url.removeprefix("http://"),
                "WEB_ROOT": str(built),
            }
            async with serving(rules) as api_url:
                with _caddy(folder, API_UPSTREAM=api_url.removeprefix("http://"), **where) as authority:
                    async with httpx2.AsyncClient(
                        base_url=site, headers={"Origin": site}, verify=authority, trust_env=False, timeout=SECONDS
                    ) as browser:
                        yield browser
    await cluster.drop_database(target)


@contextmanager
def _caddy(folder: Path, **variables: str) -> Iterator[ssl.SSLContext]:
    """Answers with a certificate of the authority that the context trusts."""
    file, log = folder / "Caddyfile", folder / "log"
    file.write_text(_OF_A_TEST % (folder, CADDYFILE))
    with log.open("w") as errors:
        caddy = subprocess.Popen(
            ["caddy", "run", "--adapter", "caddyfile", "--config", file],  # noqa: S607  wherever it is installed
            env=os.environ | variables,
            stderr=errors,
        )
    try:
        assert wait_until(lambda: "serving initial configuration" in log.read_text(), SECONDS), log.read_text()
        yield ssl.create_default_context(cafile=folder / "pki" / "authorities" / "local" / "root.crt")
    finally:
        caddy.terminate()
        caddy.wait(SECONDS)


async def test_addresses_of_the_app_are_its_page(browser: httpx2.AsyncClient) -> None:
    """The same as in `todo up`: under its policy, and asked for each time."""
    for path in ("/", "/inbox", "/project/9f0c2a"):
        page = await browser.get(path)

        assert page.status_code == 200
        assert "<!doctype html>" in page.text.lower()
        assert page.headers["Content-Security-Policy"] == POLICY
        assert page.headers["Cache-Control"] == "no-cache"
    assert (await browser.get("/missing.js")).status_code == 404


async def test_files_named_after_their_content_are_kept(browser: httpx2.AsyncClient, built: Path) -> None:
    script = next((built / "assets").glob("index-*.js"))
    answer = await browser.get(f"/assets/{script.name}", headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.content == script.read_bytes()


async def test_somebody_signs_up_and_hears_of_a_task_at_once(browser: httpx2.AsyncClient) -> None:
    """Through the proxy: the cookie is for TLS alone, the stream is not held back."""
    body = {"name": "Ada", "email": "ada@example.test", "password": PASSWORD}
    signed_up = await browser.post("/api/auth/sign-up/email", json=body)
    assert signed_up.status_code == 200, signed_up.text
    cookie = signed_up.headers["Set-Cookie"]
    assert cookie.startswith("__Secure-")
    assert "; Secure" in cookie
    assert "; HttpOnly" in cookie
    token = bearer((await browser.get("/api/auth/token")).json()["token"])

    async with browser.stream("GET", "/v1/events", headers=token) as events, asyncio.timeout(SECONDS):
        lines = events.aiter_lines()
        await anext(lines)
        created = await browser.post("/v1/tasks", json={"title": "Water the tomatoes"}, headers=token)
        assert created.status_code == 201, created.text
        heard = [line async for line in _until(lines, "Water the tomatoes")]
        assert "Water the tomatoes" in heard[-1]


async def _until(lines: AsyncIterator[str], text: str) -> AsyncIterator[str]:
    """To the first that has it, or to the end."""
    async for line in lines:
        yield line
        if text in line:
            return
