"""What a list cannot be asked."""

from typing import Any

import pytest

from client import Client, refusal
from operations import MISSING_ID

LISTS = ("/v1/tasks", "/v1/projects", "/v1/sections", "/v1/labels")

SINGLE = {
    "limit": "5",
    "cursor": "a",
    "status": "open",
    "project_id": MISSING_ID,
    "parent_id": "none",
    "priority_min": "low",
    "due": "any",
    "due_before": "2026-11-21",
    "text": "a",
    "trash": "false",
    "sort": "due",
    "direction": "asc",
}

IMPOSSIBLE: dict[str, list[str]] = {
    "status": ["", "Open", "OPEN", "done", "open,completed", " open", "null"],
    "sort": ["", "Due", "due_at", "-due", "position", "order,due"],
    "direction": ["", "ASC", "up", "ascending"],
    "priority_min": ["", "High", "3", "none,low", "null"],
    "due": ["", "today", "None", "2026-11-21"],
    "due_before": ["", "0", "1795219200", "today", "2026-1-1", "20261121", "2026-02-30", "1899-12-31"],
    "due_after": ["2026-11-21T00:00:00", "2026-11-21T00:00:00Z", "3000-01-01", "0000-01-01", "-2026-01-01"],
    "trash": ["", "1", "yes", "on", "True", "TRUE", "t", "null"],
    "project_id": ["", "none", "null", "inbox", "0", "018f", "' OR true --", "%00"],
    "section_id": ["", "none", "None"],
    "parent_id": ["", "None", "null", "NONE"],
    "text": ["", "%00", "a%00b", "a" * 201],
    "label_any": ["", "%20", "%00", "a" * 101],
    "label_all": ["", "%09%0A", "a%00"],
    "cursor": ["a" * 4097],
}


async def assert_refused(client: Client, path: str, query: str, pointer: str) -> None:
    response = await client.get(f"{path}?{query}")

    assert refusal(response) == (422, "invalid_request"), query
    errors = response.json()["errors"]
    assert [(error["location"], error["pointer"]) for error in errors] == [("query", pointer)], query
    assert all(error["detail"] for error in errors)


@pytest.mark.parametrize("path", LISTS)
async def test_a_limit_is_a_whole_number_within_bounds(ada: Client, path: str) -> None:
    for outside in ("0", "-1", "201", "9" * 30, "9" * 5000):
        await assert_refused(ada, path, f"limit={outside}", "/limit")
    for other in ("", "abc", "1_0", "1.0", "1e1", "0x10", "+5", "%2B5", "%205", "5%0A", "05", "null", "true"):
        await assert_refused(ada, path, f"limit={other}", "/limit")
    for digits_elsewhere in ("%E7%A9%BA", "%EF%BC%95", "%D9%A5"):
        await assert_refused(ada, path, f"limit={digits_elsewhere}", "/limit")


@pytest.mark.parametrize("path", LISTS)
async def test_the_bounds_of_a_limit_are_within_them(ada: Client, path: str) -> None:
    for limit in (1, 200):
        assert (await ada.get(path, params={"limit": limit})).status_code == 200


@pytest.mark.parametrize("path", LISTS)
async def test_an_unknown_parameter_is_refused(ada: Client, path: str) -> None:
    for name in ("offset", "page", "Limit", "limit[]", "label_any[]", "filter", "$limit"):
        await assert_refused(ada, path, f"{name}=1", f"/{name}")


@pytest.mark.parametrize("query", ["=", "x~/y=1", "sort=order;limit=1"])
async def test_a_parameter_that_is_none_is_refused(ada: Client, query: str) -> None:
    pointer = {"=": "/", "x~/y=1": "/x~0~1y"}.get(query, "/sort")

    await assert_refused(ada, "/v1/tasks", query, pointer)


async def test_a_single_parameter_cannot_be_repeated_not_even_with_the_same_value(ada: Client) -> None:
    for name, value in SINGLE.items():
        await assert_refused(ada, "/v1/tasks", f"{name}={value}&{name}={value}", f"/{name}")


async def test_a_value_that_cannot_be_is_refused(ada: Client) -> None:
    for name, values in IMPOSSIBLE.items():
        for value in values:
            await assert_refused(ada, "/v1/tasks", f"{name}={value}", f"/{name}")


@pytest.mark.parametrize("query", ["text=caf%E9", "label_any=%FF", "text=%ED%A0%80", "cursor=%C0%80", "%FE=1"])
async def test_a_query_that_is_not_utf8_is_refused(ada: Client, query: str) -> None:
    await assert_refused(ada, "/v1/tasks", query, "")


@pytest.mark.parametrize("archived", ["", "1", "no", "False", "none"])
async def test_archived_is_true_or_false(ada: Client, archived: str) -> None:
    await assert_refused(ada, "/v1/projects", f"archived={archived}", "/archived")


@pytest.mark.parametrize("name", ["label_any", "label_all"])
async def test_up_to_ten_labels_can_be_asked_for(ada: Client, name: str) -> None:
    allowed: dict[str, Any] = {name: [f"label {number}" for number in range(10)]}

    assert (await ada.get("/v1/tasks", params=allowed)).status_code == 200
    await assert_refused(ada, "/v1/tasks", "&".join(f"{name}=a" for _ in range(11)), f"/{name}")


async def test_everything_that_is_wrong_is_told_at_once(ada: Client) -> None:
    response = await ada.get("/v1/tasks?limit=0&status=x&due_before=y&label_any=&label_any=")

    assert [error["pointer"] for error in response.json()["errors"]] == [
        "/limit",
        "/status",
        "/due_before",
        "/label_any",
    ]


async def test_a_refusal_does_not_repeat_what_was_sent(ada: Client) -> None:
    response = await ada.get(
        "/v1/tasks?status=supersecret&project_id=supersecret&due_before=supersecret&limit=supersecret"
    )

    assert response.status_code == 422
    assert "supersecret" not in response.text
