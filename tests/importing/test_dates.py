"""Which dates of a Todoist file are taken, and as what."""

from datetime import date, datetime

import pytest

from todo_api.importing.dates import read_day, read_due
from todo_domain import DateDue, FloatingDue, ZonedDue

CHRISTMAS = DateDue(kind="date", date=date(2026, 12, 24))
EVENING = datetime(2026, 12, 24, 18, 0)  # noqa: DTZ001  what a clock on the wall shows


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-24",
        "24 Dec 2026",
        "24 December 2026",
        "24th dec, 2026",
        "Dec 24 2026",
        "December 24, 2026",
        "DEC 24th 2026",
        "Thu 24 Dec 2026",
        "Thursday, December 24, 2026",
    ],
)
def test_a_day_is_a_day(text: str) -> None:
    assert read_due(text, "en", "Europe/Berlin") == CHRISTMAS
    assert read_day(text, "") == date(2026, 12, 24)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-24 18:00",
        "2026-12-24 at 18:00",
        "2026-12-24T18:00:00",
        "2026-12-24 @ 6pm",
        "24 Dec 2026 6 PM",
        "Dec 24 2026 at 6:00pm",
        "Dec 24, 2026, 18:00",
    ],
)
def test_a_time_is_one_of_the_rows_time_zone_or_floats(text: str) -> None:
    assert read_due(text, "en", "") == FloatingDue(kind="floating", datetime=EVENING)
    assert read_due(text, "en", "Europe/Berlin") == ZonedDue(kind="zoned", datetime=EVENING, timezone="Europe/Berlin")
    assert read_day(text, "en") is None


def test_an_instant_becomes_the_time_at_the_rows_place() -> None:
    evening = ZonedDue(kind="zoned", datetime=EVENING, timezone="Europe/Berlin")
    assert read_due("2026-12-24T17:00:00Z", "en", "Europe/Berlin") == evening
    assert read_due("2026-12-24T12:00:00-05:00", "en", "Europe/Berlin") == evening
    assert read_due("2026-12-24T18:00:00.000000Z", "en", "") == ZonedDue(kind="zoned", datetime=EVENING, timezone="UTC")


@pytest.mark.parametrize(
    ("text", "language", "time_zone"),
    [
        ("tomorrow", "en", ""),
        ("every monday", "en", ""),
        ("24 Dec", "en", ""),
        ("12/24/2026", "en", ""),
        ("2026-02-30", "en", ""),
        ("24 Foo 2026", "en", ""),
        ("24 Ma 2026", "en", ""),
        ("Friday 24 Dec 2026", "en", ""),
        ("24 Dec 2026 18", "en", ""),
        ("2026-12-24 25:00", "en", ""),
        ("2026-12-24 13:00pm", "en", ""),
        ("2026-12-24 18:00", "en", "Atlantis/Poseidonis"),
        ("2026-12-24T18:00:00+02:00", "en", ""),
        ("2026-12-24T18:00:00+99:99", "en", "UTC"),
        ("24 Dec 2026", "de", ""),
        ("9999-12-24", "en", ""),
        ("0001-01-01T00:00+14:00", "en", "UTC"),
        ("٢٠٢٦-12-24", "en", ""),
    ],
)
def test_what_is_not_certain_is_not_guessed(text: str, language: str, time_zone: str) -> None:
    assert read_due(text, language, time_zone) is None


def test_an_iso_date_is_one_in_every_language() -> None:
    assert read_due("2026-12-24", "de", "") == CHRISTMAS
