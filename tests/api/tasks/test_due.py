"""When tasks are due: a day, a floating time, a time in a zone."""

from typing import Any

import pytest

from client import Client, refusal

DAY = {"kind": "date", "date": "2026-12-24"}
FLOATING = {"kind": "floating", "datetime": "2026-12-24T18:00:00"}
ZONED = {"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "Europe/Berlin"}


@pytest.mark.parametrize(
    "due",
    [
        DAY,
        FLOATING,
        ZONED,
        DAY | {"date": "1900-01-01"},
        DAY | {"date": "2999-12-31"},
        DAY | {"date": "2028-02-29"},
        FLOATING | {"datetime": "1900-01-01T00:00:00"},
        FLOATING | {"datetime": "2999-12-31T23:59:59.999999"},
        FLOATING | {"datetime": "2026-12-24T18:00:00.25"},
        pytest.param(ZONED | {"datetime": "2026-03-29T02:30:00"}, id="a time that the clock skips"),
        pytest.param(ZONED | {"datetime": "2026-10-25T02:30:00"}, id="a time that comes twice"),
        ZONED | {"timezone": "UTC"},
        ZONED | {"timezone": "Pacific/Kiritimati"},
        pytest.param(ZONED | {"timezone": "Europe/Kiev"}, id="a zone's old name"),
        pytest.param(ZONED | {"timezone": "America/Argentina/ComodRivadavia"}, id="the longest name"),
    ],
    ids=lambda due: " ".join(due.values()),
)
async def test_what_the_clock_on_the_wall_shows_comes_back_unchanged(ada: Client, due: dict[str, str]) -> None:
    created = await ada.post("/v1/tasks", json={"title": "Dinner", "due": due})

    assert created.status_code == 201
    assert (await ada.get(created.headers["location"])).json()["due"] == due


async def test_seconds_may_be_left_out(ada: Client) -> None:
    created = await ada.post("/v1/tasks", json={"title": "Dinner", "due": FLOATING | {"datetime": "2026-12-24T18:00"}})

    assert created.json()["due"] == FLOATING


@pytest.mark.parametrize(
    ("due", "pointer"),
    [
        ({}, "/due/kind"),
        ({"date": "2026-12-24"}, "/due/kind"),
        (DAY | {"kind": "someday"}, "/due/kind"),
        (DAY | {"kind": None}, "/due/kind"),
        ("2026-12-24", "/due"),
        ([DAY], "/due"),
        ({"kind": "date"}, "/due/date"),
        (DAY | {"date": "2026-02-30"}, "/due/date"),
        (DAY | {"date": "24.12.2026"}, "/due/date"),
        (DAY | {"date": "20261224"}, "/due/date"),
        (DAY | {"date": "86400"}, "/due/date"),
        (DAY | {"date": "2026-12-24T00:00:00"}, "/due/date"),
        (DAY | {"date": "1899-12-31"}, "/due/date"),
        (DAY | {"date": 86400}, "/due/date"),
        (DAY | {"timezone": "Europe/Berlin"}, "/due/timezone"),
        (FLOATING | {"datetime": "2026-12-24"}, "/due/datetime"),
        (FLOATING | {"datetime": "2026-12-24T18:00:00Z"}, "/due/datetime"),
        (FLOATING | {"datetime": "2026-12-24T18:00:00+01:00"}, "/due/datetime"),
        (FLOATING | {"datetime": "2026-12-24T24:00:00"}, "/due/datetime"),
        (FLOATING | {"datetime": "3000-01-01T00:00:00"}, "/due/datetime"),
        (FLOATING | {"datetime": "1700000000"}, "/due/datetime"),
        (FLOATING | {"datetime": 1700000000}, "/due/datetime"),
        (FLOATING | {"timezone": "Europe/Berlin"}, "/due/timezone"),
        (ZONED | {"datetime": "2026-12-24T18:00:00+01:00"}, "/due/datetime"),
        (ZONED | {"timezone": "Europe/Atlantis"}, "/due/timezone"),
        (ZONED | {"timezone": "europe/berlin"}, "/due/timezone"),
        (ZONED | {"timezone": "+01:00"}, "/due/timezone"),
        (ZONED | {"timezone": "../Berlin"}, "/due/timezone"),
        (ZONED | {"timezone": "localtime"}, "/due/timezone"),
        (ZONED | {"timezone": "Factory"}, "/due/timezone"),
        (ZONED | {"timezone": None}, "/due/timezone"),
        ({"kind": "zoned", "datetime": "2026-12-24T18:00:00"}, "/due/timezone"),
    ],
    ids=str,
)
async def test_what_is_no_due_date_is_refused_where_it_is_wrong(ada: Client, due: Any, pointer: str) -> None:
    response = await ada.post("/v1/tasks", json={"title": "Dinner", "due": due})

    assert refusal(response) == (422, "invalid_request")
    assert [(error["location"], error["pointer"]) for error in response.json()["errors"]] == [("body", pointer)]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"due": {"kind": "<script>"}}, "Input should be one of 'date', 'floating', 'zoned'"),
        ({"due": DAY | {"date": "<script>"}}, "must be a date such as 2026-12-24"),
        ({"due": ZONED | {"timezone": "<script>"}}, "not a time zone of the IANA database, such as Europe/Berlin"),
        ({"notes": "<script>\0"}, "Text cannot contain the character NUL"),
    ],
    ids=["kind", "date", "zone", "NUL"],
)
async def test_a_refusal_says_what_is_wrong_and_not_what_was_sent(
    ada: Client, body: dict[str, Any], sentence: str
) -> None:
    response = await ada.post("/v1/tasks", json={"title": "Dinner"} | body)

    assert [error["detail"] for error in response.json()["errors"]] == [sentence]
    assert "<script>" not in response.text


@pytest.mark.parametrize("due", [DAY, FLOATING, ZONED, None], ids=["date", "floating", "zoned", "none"])
@pytest.mark.parametrize("before", [DAY, FLOATING, ZONED, None], ids=["date", "floating", "zoned", "none"])
async def test_a_due_date_can_become_any_other(ada: Client, before: Any, due: Any) -> None:
    task = await ada.create_task(due=before)

    response = await ada.patch(f"/v1/tasks/{task.id}", json={"due": due})

    assert (response.status_code, response.json()["due"]) == (200, due)


async def test_the_parts_of_a_due_date_cannot_be_changed_alone(ada: Client) -> None:
    task = await ada.create_task(due=ZONED)

    response = await ada.patch(f"/v1/tasks/{task.id}", json={"due": {"kind": "zoned", "timezone": "Asia/Tokyo"}})

    assert refusal(response) == (422, "invalid_request")
    assert await ada.task(task) == task
