"""The web app's files, as a browser gets them."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from todo_api.front.site import POLICY, Site

PAGE = "<!doctype html><title>Todo</title>"


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "icon.svg").write_text("<svg/>")
    (folder / "assets" / "index-3f9a.js").write_text("export {}")
    (tmp_path / "secret.txt").write_text("not of the app")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    transport = httpx2.ASGITransport(app=Site(folder))
    async with httpx2.AsyncClient(transport=transport, base_url="http://app.test") as browser:
        yield browser


@pytest.mark.parametrize("path", ["/", "/index.html", "/today", "/projects/0191-ab/", "/assets", "/search?q=a.b"])
async def test_each_path_of_the_app_is_its_page_and_asked_for_again(browser: httpx2.AsyncClient, path: str) -> None:
    answer = await browser.get(path)

    assert (answer.status_code, answer.text) == (200, PAGE)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-cache"


async def test_a_page_that_is_known_is_not_sent_again(browser: httpx2.AsyncClient) -> None:
    first = await browser.get("/today")

    again = await browser.get("/today", headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == "no-cache"


async def test_files_named_after_their_content_are_kept_for_good(browser: httpx2.AsyncClient) -> None:
    kept, other = await browser.get("/assets/index-3f9a.js"), await browser.get("/icon.svg")

    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert kept.headers["Content-Type"].startswith("text/javascript")
    assert (other.status_code, other.headers["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize("path", ["/", "/icon.svg", "/assets/index-3f9a.js", "/missing.js"])
async def test_every_answer_has_the_policy(browser: httpx2.AsyncClient, path: str) -> None:
    headers = (await browser.get(path)).headers
    policy = dict(directive.split(" ", 1) for directive in headers["Content-Security-Policy"].split("; "))

    assert policy.pop("img-src") == "'self' data:"
    assert {policy.pop(name) for name in ("default-src", "base-uri", "form-action", "frame-ancestors")} == {"'none'"}
    assert set(policy.values()) == {"'self'"}
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/missing.js",
        "/assets/index-0000.js",
        "/link.txt",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/%00.txt",
        f"/{'a' * 300}.txt",
    ],
)
async def test_what_is_missing_is_missing_and_nothing_else_is_there(browser: httpx2.AsyncClient, path: str) -> None:
    answer = await browser.get(path)

    assert answer.status_code == 404
    assert "not of the app" not in answer.text
    assert answer.headers["Cache-Control"] == "no-cache"


async def test_nothing_can_be_sent_there(browser: httpx2.AsyncClient) -> None:
    answer = await browser.post("/today")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_the_recipe_for_production_has_the_same_policy() -> None:
    recipe = (Path(__file__).parents[2] / "deploy" / "Caddyfile").read_text()

    assert f'header Content-Security-Policy "{POLICY}"' in recipe
