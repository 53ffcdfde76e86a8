"""What is not there, in words that a program understands."""

import pytest

from api.test_access import VARYING
from client import Client, refusal
from operations import DOCUMENT, Belongings, operations
from running import Api

METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/v1",
        "/v1/",
        "/v1/tasks/",
        "/v1/Tasks",
        "//v1/tasks",
        "/v1//tasks",
        "/v1/tasks/019a9d2e-6f00-7fff-8000-5b1c7d3e9f42/",
        "/v1/tasks/019a9d2e-6f00-7fff-8000-5b1c7d3e9f42/title",
        "/v1/trash/019a9d2e-6f00-7fff-8000-5b1c7d3e9f42/position",
        "/v2/tasks",
        "/tasks",
        "/healthz/",
        "/docs/",
        "/docs/nothing.js",
        "/redoc",
        "/v1/tasks%3Flimit=1",
        "/%00",
        "/v1/users/me",
    ],
)
async def test_there_is_nothing_anywhere_else(ada: Client, api: Api, path: str) -> None:
    async with api.http(None) as nobody:
        for method in METHODS:
            for person in (ada.http, nobody):
                response = await person.request(method, "/", extensions={"target": path.encode()})
                assert refusal(response) == (404, "path_not_found"), method


@pytest.mark.parametrize("path", DOCUMENT["paths"])
async def test_a_path_names_the_methods_that_it_takes(ada: Client, path: str) -> None:
    allowed = {method.upper() for method in DOCUMENT["paths"][path]}
    allowed |= {"HEAD"} if "GET" in allowed else set()
    address = path.format(**(await Belongings.of(ada)).ids)

    for method in (METHODS | {"OPTIONS", "HEAD", "TRACE", "PROPFIND"}) - allowed:
        response = await ada.request(method, address)

        assert response.status_code == 405, method
        assert set(response.headers["allow"].split(", ")) == allowed
        assert method == "HEAD" or refusal(response) == (405, "method_not_allowed")


@pytest.mark.parametrize("path", [path for path, item in DOCUMENT["paths"].items() if "get" in item])
async def test_head_is_get_without_the_body(ada: Client, path: str) -> None:
    belongings = await Belongings.of(ada)
    (operation,) = (each for each in operations() if (each.method, each.path) == ("GET", path))
    address = belongings.path(operation)

    head, get = await ada.request("HEAD", address), await ada.get(address)

    assert head.status_code == get.status_code == 200
    assert head.content == b""
    # The last of these is about a body, and may be left out (RFC 9112, section 6.1).
    apart = {"transfer-encoding", *VARYING}
    assert {name: head.headers[name] for name in get.headers.keys() - apart} == {
        name: value for name, value in get.headers.items() if name not in apart
    }


async def test_a_method_is_not_overridden_by_a_header(ada: Client) -> None:
    task = await ada.create_task()

    for header in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
        response = await ada.get(f"/v1/tasks/{task.id}", headers={header: "DELETE"})
        assert response.status_code == 200
    assert (await ada.task(task)).deleted_at is None
