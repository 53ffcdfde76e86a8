"""The documentation page, for somebody whose network ends at this server."""

import re
from urllib.parse import urljoin

import pytest

from client import refusal
from operations import DOCUMENT
from running import Api, settings_of
from serving import serving

LINKS = re.compile(r"""(?:src|href|url)\s*[=:]\s*["']([^"']+)["']""")

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part


@pytest.mark.parametrize("host", [None, "todo.example", '"><script>alert(1)</script>'])
async def test_the_page_and_all_that_it_loads_come_from_here(api: Api, host: str | None) -> None:
    async with api.http(None) as reader:
        page = await reader.get("/docs", headers={} if host is None else {"Host": host})
        links = LINKS.findall(page.text)
        parts = [await reader.get(urljoin("/docs", link)) for link in links]

    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert [part.status_code for part in parts] == [200] * 4
    assert [link for link in links if "//" in link or link.startswith("/")] == [], (
        "relative, so that any prefix will do"
    )
    assert {part.headers["content-type"].partition(";")[0] for part in parts} == {
        "text/css",
        "text/javascript",
        "image/png",
        "application/json",
    }
    assert not re.search(r"https?://", page.text)
    assert host is None or host not in page.text
    assert parts[-1].json() == DOCUMENT


async def test_the_browser_is_told_to_ask_nobody_else(api: Api) -> None:
    async with api.http(None) as reader:
        page = await reader.get("/docs")

    policy = dict(directive.strip().split(" ", 1) for directive in page.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert {source for sources in policy.values() for source in sources.split()} <= {
        "'self'",
        "'none'",
        "'unsafe-inline'",
        "data:",
    }
    assert '"validatorUrl": null' in page.text


async def test_who_does_not_ask_for_it_has_none(api: Api) -> None:
    settings = settings_of(api.settings.database_url)
    async with serving(settings) as url, Api(url, settings, api.database).http("ada") as reader:
        for path in ("/docs", "/docs/swagger-ui.css", "/openapi.json"):
            assert refusal(await reader.get(path)) == (404, "path_not_found")


async def test_there_is_no_other_page(api: Api) -> None:
    async with api.http(None) as reader:
        for path in (
            "/redoc",
            "/docs/oauth2-redirect",
            "/docs/../app.py",
            "/docs/%2e%2e/app.py",
            "/swagger/swagger-ui.css",
        ):
            response = await reader.get("/", extensions={"target": path.encode()})
            assert refusal(response) == (404, "path_not_found")
