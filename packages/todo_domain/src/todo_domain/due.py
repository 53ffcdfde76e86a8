"""When a task is due: a day, a time on whatever clock is at hand, or a time on the clock of a place.

A day stays the same day wherever its reader travels. A floating time and a zoned one are kept as the wall clock shows
them, so that a change of daylight-saving rules moves the instant and not the appointment (iCalendar, RFC 5545, section
3.3.5 makes the same three distinctions).
"""

import datetime as dt
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from todo_domain.types import CalendarDate, TimeZone, WallClock


class _Due(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class DateDue(_Due):
    """Due on a day."""

    kind: Literal["date"]
    date: CalendarDate


class FloatingDue(_Due):
    """Due at a time of day, wherever the user is."""

    kind: Literal["floating"]
    datetime: WallClock


class ZonedDue(_Due):
    """Due at a time of day in one time zone."""

    kind: Literal["zoned"]
    datetime: WallClock
    timezone: TimeZone


type Due = Annotated[
    DateDue | FloatingDue | ZonedDue, Field(discriminator="kind", description="`kind` tells which of the three it is.")
]


class DueColumns(NamedTuple):
    """A due date as the table keeps it; a day is kept as its midnight. All three are None for no due date."""

    due_kind: str | None
    due_at: dt.datetime | None
    due_timezone: str | None


def due_to_columns(due: Due | None) -> DueColumns:
    match due:
        case None:
            return DueColumns(None, None, None)
        case DateDue(date=day):
            return DueColumns("date", dt.datetime.combine(day, dt.time()), None)
        case FloatingDue(datetime=wall_clock):
            return DueColumns("floating", wall_clock, None)
        case ZonedDue(datetime=wall_clock, timezone=timezone):
            return DueColumns("zoned", wall_clock, timezone)


def due_from_columns(kind: str | None, at: dt.datetime | None, timezone: str | None) -> Due | None:
    """The inverse of `due_to_columns`.

    Raises:
        ValueError: the three do not belong together; the table's checks let none such in.
    """
    match kind, at, timezone:
        case None, None, None:
            return None
        case "date", dt.datetime(), None:
            return DateDue(kind="date", date=at.date())
        case "floating", dt.datetime(), None:
            return FloatingDue(kind="floating", datetime=at)
        case "zoned", dt.datetime(), str():
            return ZonedDue(kind="zoned", datetime=at, timezone=timezone)
        case _:
            raise ValueError("these columns are no due date")
