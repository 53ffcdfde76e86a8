"""Pages of other origins: those that are named may use the API, and no others."""

from collections.abc import AsyncIterator

import httpx2
import pytest

from api.operations.conftest import UNWELCOME, Start
from client import Client, address, refusal
from operations import DOCUMENT

SITE, OTHER, STRANGER = "https://todo.example", "http://localhost:5173", "https://todo.example.evil.example"
ALLOWED = {"TODO_CORS_ORIGINS": f"{SITE}, {OTHER}"}


@pytest.fixture
async def ada(start: Start) -> AsyncIterator[Client]:
    async with start(**ALLOWED) as ada:
        yield ada


async def asked_by_browser(ada: Client, origin: str, method: str, headers: str) -> httpx2.Response:
    """What a browser asks before it sends a page's request."""
    asked = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers}
    return await ada.request("OPTIONS", "/v1/tasks", headers={"Origin": origin, **asked, "Authorization": ""})


def names_in(header: str) -> set[str]:
    return {name.strip().lower() for name in header.split(",")}


@pytest.mark.parametrize("origin", [SITE, OTHER])
async def test_a_page_may_send_all_that_the_api_takes(ada: Client, origin: str) -> None:
    operations = [operation for item in DOCUMENT["paths"].values() for operation in item.items()]
    methods = {method.upper() for method, _ in operations}
    parameters = [parameter for _, operation in operations for parameter in operation.get("parameters", ())]
    headers = {parameter["name"] for parameter in parameters if parameter["in"] == "header"}

    for method in methods:
        sent = ", ".join([*headers, "Authorization", "Content-Type", "X-Request-Id"]).lower()
        response = await asked_by_browser(ada, origin, method, sent)

        assert response.status_code == 200, response.text
        assert response.headers["access-control-allow-origin"] == origin
        assert "access-control-allow-credentials" not in response.headers
        assert "x-request-id" in response.headers


async def test_a_page_may_read_all_that_the_api_says(ada: Client) -> None:
    documented = set(DOCUMENT["components"]["headers"]) - {"X-Accel-Buffering", "WWW-Authenticate"}
    response = await ada.get("/v1/tasks", headers={"Origin": SITE})

    assert response.headers["access-control-allow-origin"] == SITE
    assert names_in(response.headers["vary"]) == {"origin"}
    exposed = names_in(response.headers["access-control-expose-headers"])
    assert exposed == {name.lower() for name in documented} | {"x-request-id", "ratelimit", "ratelimit-policy"}


async def test_a_page_elsewhere_is_told_nothing(ada: Client) -> None:
    asked = await asked_by_browser(ada, STRANGER, "GET", "authorization")
    answer = await ada.get("/v1/tasks", headers={"Origin": STRANGER})

    assert asked.status_code == 400
    assert "access-control-allow-origin" not in asked.headers
    assert "access-control-allow-origin" not in answer.headers


async def test_a_page_can_ask_whether_its_copy_is_still_true(ada: Client) -> None:
    task = await ada.create_task()
    kept = await ada.get(address(task), headers={"Origin": SITE})

    again = await ada.get(address(task), headers={"Origin": SITE, "If-None-Match": kept.headers["etag"]})

    assert again.status_code == 304
    assert again.headers["access-control-allow-origin"] == SITE


@pytest.mark.usefixtures("fault")
async def test_a_page_can_read_what_went_wrong(ada: Client) -> None:
    for path, body, status in (("/v1/tasks", {"title": UNWELCOME}, 500), ("/v1/tasks", {}, 422), ("/v1/x", {}, 404)):
        response = await ada.post(path, json=body, headers={"Origin": SITE})

        assert refusal(response)[0] == status
        assert response.headers["access-control-allow-origin"] == SITE


async def test_where_no_origin_is_named_there_is_none(start: Start) -> None:
    async with start() as ada:
        asked = await asked_by_browser(ada, SITE, "GET", "authorization")
        answer = await ada.get("/v1/tasks", headers={"Origin": SITE})

    assert refusal(asked) == (405, "method_not_allowed")
    assert "access-control-allow-origin" not in answer.headers
