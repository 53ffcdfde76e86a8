"""Walking through a list."""

from itertools import chain
from typing import Any
from uuid import UUID

import pytest

from client import Client

TASKS = "/v1/tasks"


async def pages(client: Client, path: str = TASKS, **query: Any) -> list[list[UUID]]:
    """The ids on each page, from the first to the last."""
    found: list[list[UUID]] = []
    cursor: dict[str, str] = {}
    while len(found) < 100:
        response = await client.get(path, params=query | cursor)
        assert response.status_code == 200, response.text
        page = response.json()
        found.append([UUID(item["id"]) for item in page["items"]])
        if page["next_cursor"] is None:
            return found
        cursor = {"cursor": page["next_cursor"]}
    pytest.fail("the list does not end")


async def walk(client: Client, path: str = TASKS, **query: Any) -> list[UUID]:
    """All ids, page after page."""
    return list(chain.from_iterable(await pages(client, path, **query)))


async def first_cursor(client: Client, path: str = TASKS, **query: Any) -> str:
    """The cursor after a page of one item."""
    cursor = (await client.get(path, params=query | {"limit": 1})).json()["next_cursor"]
    assert isinstance(cursor, str)
    return cursor
