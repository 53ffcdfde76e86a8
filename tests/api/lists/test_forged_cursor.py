"""Cursors that no list gave out, although their check digits are right: anybody can compute those."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from client import Client, refusal
from operations import MISSING_ID
from todo_api.cursor import Cursor

ANY: TypeAdapter[Any] = TypeAdapter(Any)


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("order", "a\0"),
        ("order", 7),
        ("priority", 100_000),
        ("priority", 10**30),
        ("priority", -1),
        ("title", "a\0"),
        ("title", None),
        ("due", "2026-12-24T18:00:00Z"),
        ("due", "never"),
        ("created", "0001-01-01T00:00:00+14:00"),
        ("created", "2026-12-24T18:00:00"),
        ("updated", "9999-12-31T23:59:59-14:00"),
        ("updated", {"at": "noon"}),
    ],
)
async def test_a_key_that_cannot_be_is_no_cursor(ada: Client, sort: str, key: object) -> None:
    await ada.create_task()
    shape = {"list": "tasks"} | ({} if sort == "order" else {"sort": sort})
    cursor = Cursor.bound_to(ada.user_id, shape).encode(key, MISSING_ID, ANY)  # type: ignore[arg-type]  # as it is written

    response = await ada.get("/v1/tasks", params={"sort": sort, "cursor": cursor})

    assert refusal(response) == (400, "invalid_cursor")


async def test_a_key_that_could_be_is_a_place_in_ones_own_list(ada: Client, bob: Client) -> None:
    task = await ada.create_task()
    await bob.create_task()
    cursor = Cursor.bound_to(ada.user_id, {"list": "tasks"}).encode("l0", task.id, ANY)

    response = await ada.get("/v1/tasks", params={"cursor": cursor})

    assert [item["id"] for item in response.json()["items"]] == [str(task.id)]
