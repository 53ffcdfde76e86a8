"""How much may be sent."""

from collections.abc import AsyncIterator

import pytest

from client import Client, problem_of, refusal
from operations import Belongings, operations
from todo_api.problems import MAX_BODY_BYTES

JSON = {"Content-Type": "application/json"}

pytestmark = pytest.mark.parametrize("api", ["plain"], indirect=True)  # how the tables are kept plays no part


def body_of(size: int) -> bytes:
    body = b'{"title": "Weed"}'
    return body + b" " * (size - len(body))


async def in_pieces(body: bytes) -> AsyncIterator[bytes]:
    """Sent in chunks, without a Content-Length."""
    for start in range(0, len(body), 10_000):
        yield body[start : start + 10_000]


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_body_may_be_as_large_as_the_limit(ada: Client, *, chunked: bool) -> None:
    body = body_of(MAX_BODY_BYTES)

    response = await ada.post("/v1/tasks", content=in_pieces(body) if chunked else body, headers=JSON)

    assert response.status_code == 201


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("size", [MAX_BODY_BYTES + 1, 5_000_000])
async def test_a_larger_body_is_refused(ada: Client, size: int, *, chunked: bool) -> None:
    belongings = await Belongings.of(ada)
    version = (await ada.account()).version
    body = body_of(size)

    for operation in operations():
        if operation.body_schema:
            content = in_pieces(body) if chunked else body
            response = await ada.request(operation.method, belongings.path(operation), content=content, headers=JSON)
            assert refusal(response) == (413, "body_too_large"), operation
    assert "256 KiB" in problem_of(response).detail
    assert (await ada.account()).version == version
