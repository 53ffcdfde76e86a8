"""What every answer tells the browser."""

import httpx2
import pytest

from api.operations.conftest import UNWELCOME, Start
from client import Client, address, refusal
from operations import Belongings, operations

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part


def careful(response: httpx2.Response) -> bool:
    """Whether it is neither to be kept nor to be taken for something else."""
    headers = response.headers
    return headers.get_list("cache-control") == ["no-store"] and headers["x-content-type-options"] == "nosniff"


async def test_no_answer_is_kept_or_taken_for_something_else(ada: Client) -> None:
    belongings = await Belongings.of(ada)
    for operation in operations():
        path, body = belongings.path(operation), belongings.body(operation)
        assert careful(await ada.request(operation.method, path, json=body)), operation
    for path in ("/v1/nothing", "/v1/tasks?limit=0", "/docs", "/docs/swagger-ui-bundle.js", "/openapi.json"):
        assert careful(await ada.get(path)), path
    assert careful(await ada.get("/v1/tasks", headers={"Authorization": ""}))


@pytest.mark.usefixtures("api", "fault")
async def test_not_even_one_that_tells_of_a_fault(start: Start) -> None:
    async with start() as ada:
        response = await ada.post("/v1/tasks", json={"title": UNWELCOME})

    assert refusal(response) == (500, "internal_error")
    assert careful(response)


async def test_who_keeps_a_document_on_purpose_is_told_that_it_has_not_changed(ada: Client) -> None:
    task = await ada.create_task()
    kept = await ada.get(address(task))

    unchanged = await ada.get(address(task), headers={"If-None-Match": kept.headers["etag"]})
    await ada.patch(address(task), json={"title": "changed"})
    changed = await ada.get(address(task), headers={"If-None-Match": kept.headers["etag"]})

    assert (unchanged.status_code, unchanged.content, changed.status_code) == (304, b"", 200)
    assert careful(kept)
    assert careful(unchanged)


async def test_only_behind_tls_a_browser_is_kept_to_it(ada: Client) -> None:
    plain = await ada.get("/healthz")
    behind_tls = await ada.get("/healthz", headers={"X-Forwarded-Proto": "https"})

    assert "strict-transport-security" not in plain.headers
    assert behind_tls.headers["strict-transport-security"] == "max-age=31536000"
