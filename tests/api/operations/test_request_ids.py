"""Request ids: on every answer, the caller's own if it is nothing but an id."""

import re

import pytest

from api.operations.conftest import UNWELCOME, Start
from client import Client, refusal
from operations import Belongings, operations

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part

GOOD = [
    "a",
    "x" * 128,
    "019a9d2e-6f00-7fff-8000-5b1c7d3e9f42",
    "Root=1-67891233-abcdef012345678912345678",
    "a+/b=~_.:@",
]
BAD = ["", "x" * 129, "two words", "a,b", 'a"b', "a\\b", "a\tb", "<b>", "{a}", "a;b", "\N{LATIN SMALL LETTER SHARP S}"]


@pytest.mark.parametrize("request_id", GOOD)
async def test_a_good_one_comes_back(ada: Client, request_id: str) -> None:
    response = await ada.get("/v1/account", headers={"X-Request-Id": request_id})

    assert response.headers.get_list("x-request-id") == [request_id]


@pytest.mark.parametrize("request_id", BAD)
async def test_a_bad_one_is_replaced(ada: Client, request_id: str) -> None:
    response = await ada.get("/v1/account", headers={"X-Request-Id": request_id.encode()})

    assert response.status_code == 200
    (given,) = response.headers.get_list("x-request-id")
    assert re.fullmatch("[0-9a-f]{32}", given)


async def test_each_request_has_another_one(ada: Client) -> None:
    given = {(await ada.get("/healthz")).headers["x-request-id"] for _ in range(20)}

    assert len(given) == 20


async def test_every_operation_answers_with_it(ada: Client) -> None:
    belongings = await Belongings.of(ada)
    for number, operation in enumerate(operations()):
        response = await ada.request(
            operation.method,
            belongings.path(operation),
            json=belongings.body(operation),
            headers={"X-Request-Id": f"number-{number}"},
        )
        assert response.headers["x-request-id"] == f"number-{number}", operation


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("POST", "/healthz", 405),
        ("GET", "/v1/tasks?limit=0", 422),
        ("GET", "/v1/tasks?cursor=x", 400),
        ("POST", "/v1/tasks", 415),
        ("HEAD", "/v1/account", 200),
        ("OPTIONS", "/v1/tasks", 405),
    ],
)
async def test_so_does_what_is_refused(ada: Client, method: str, path: str, status: int) -> None:
    response = await ada.request(method, path, headers={"X-Request-Id": "mine"})

    assert (response.status_code, response.headers["x-request-id"]) == (status, "mine")


async def test_so_does_who_has_no_token(ada: Client) -> None:
    response = await ada.get("/v1/tasks", headers={"Authorization": "", "X-Request-Id": "mine"})

    assert (response.status_code, response.headers["x-request-id"]) == (401, "mine")


@pytest.mark.usefixtures("api", "fault")
async def test_so_does_what_fails(start: Start) -> None:
    async with start() as ada:
        response = await ada.post("/v1/tasks", json={"title": UNWELCOME}, headers={"X-Request-Id": "mine"})

    assert refusal(response) == (500, "internal_error")
    assert response.headers["x-request-id"] == "mine"
