"""Due dates between their three forms and the three columns that hold them."""

import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from todo_domain import DateDue, Due, FloatingDue, ZonedDue
from todo_domain.due import due_from_columns, due_to_columns

DUE: TypeAdapter[Due] = TypeAdapter(Due)
NOON = dt.datetime(2026, 11, 21, 12)  # noqa: DTZ001  a wall clock has no zone
KINDS: list[Due] = [
    DateDue(kind="date", date=dt.date(2026, 11, 21)),
    DateDue(kind="date", date=dt.date(1900, 1, 1)),
    DateDue(kind="date", date=dt.date(2999, 12, 31)),
    FloatingDue(kind="floating", datetime=NOON),
    FloatingDue(kind="floating", datetime=NOON.replace(hour=0)),
    FloatingDue(kind="floating", datetime=NOON.replace(microsecond=999_999)),
    ZonedDue(kind="zoned", datetime=NOON, timezone="Europe/Berlin"),
    ZonedDue(kind="zoned", datetime=dt.datetime(2026, 3, 29, 2, 30), timezone="Europe/Berlin"),  # noqa: DTZ001  as NOON
]


@pytest.mark.parametrize("due", [None, *KINDS], ids=repr)
def test_what_goes_into_the_columns_comes_out_again(due: Due | None) -> None:
    assert due_from_columns(*due_to_columns(due)) == due


@pytest.mark.parametrize("due", KINDS, ids=repr)
def test_what_is_written_as_json_is_read_from_it_again(due: Due) -> None:
    assert DUE.validate_json(DUE.dump_json(due)) == due


def test_a_day_is_not_a_midnight() -> None:
    day, midnight = KINDS[0], FloatingDue(kind="floating", datetime=NOON.replace(hour=0))

    assert due_to_columns(day).due_at == due_to_columns(midnight).due_at
    assert due_from_columns(*due_to_columns(day)) != due_from_columns(*due_to_columns(midnight))


@pytest.mark.parametrize(
    ("kind", "at", "timezone"),
    [
        ("date", None, None),
        ("date", NOON, "Europe/Berlin"),
        ("floating", NOON, "Europe/Berlin"),
        ("zoned", NOON, None),
        ("zoned", None, "Europe/Berlin"),
        ("weekly", NOON, None),
        (None, NOON, None),
        (None, None, "Europe/Berlin"),
    ],
)
def test_columns_that_do_not_belong_together_are_no_due_date(
    kind: str | None, at: dt.datetime | None, timezone: str | None
) -> None:
    with pytest.raises(ValueError, match="no due date"):
        due_from_columns(kind, at, timezone)


@pytest.mark.parametrize(
    "written",
    [
        "{}",
        '{"kind": "date"}',
        '{"kind": "date", "date": "2026-11-21", "timezone": "Europe/Berlin"}',
        '{"kind": "date", "date": "2026-11-21T00:00:00"}',
        '{"kind": "date", "date": "26-11-21"}',
        '{"kind": "date", "date": "2026-W47-6"}',
        '{"kind": "floating", "datetime": "2026-11-21T12:00:00Z"}',
        '{"kind": "floating", "datetime": "2026-11-21T12:00:00+01:00"}',
        '{"kind": "floating", "datetime": "2026-11-21T24:00:01"}',
        '{"kind": "floating", "datetime": "1899-12-31T23:59:59"}',
        '{"kind": "floating", "datetime": "3000-01-01T00:00:00"}',
        '{"kind": "zoned", "datetime": "2026-11-21T12:00:00"}',
        '{"kind": "zoned", "datetime": "2026-11-21T12:00:00", "timezone": "europe/berlin"}',
        '{"kind": "zoned", "datetime": "2026-11-21T12:00:00", "timezone": "localtime"}',
        '{"kind": "zoned", "datetime": "2026-11-21T12:00:00", "timezone": "Europe/Berlin "}',
        '{"kind": "zoned", "datetime": "2026-11-21T12:00:00", "timezone": "/etc/localtime"}',
    ],
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        DUE.validate_json(written)
