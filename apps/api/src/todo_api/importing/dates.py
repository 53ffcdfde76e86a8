"""The dates of a Todoist file, which people wrote: what says one day without doubt is taken, and nothing else.

Todoist itself understands much more (“tomorrow”, “every monday”, “24 Dec”), but relative to the day on which it reads.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from todo_domain import DateDue, Due, FloatingDue, ZonedDue
from todo_domain.types import CalendarDate, TimeZone

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST_NAME = 3
_NOON = 12

_TIME = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?"
    r"(?:\s*(?P<half>am|pm))?(?P<offset>z|[+-]\d{2}:?\d{2})?"
)
_LATER = rf"(?:,?\s+(?:at\s+|@\s*)?{_TIME})?"
_WEEKDAY = r"(?:(?P<weekday>[a-z]+),?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})" + rf"(?:(?:t|\s+(?:at\s+|@\s*)?){_TIME})?",
    re.ASCII | re.IGNORECASE,
)
_ENGLISH = (
    re.compile(rf"{_WEEKDAY}{_DAY}\s+(?P<month>[a-z]+)\.?,?\s+(?P<year>\d{{4}}){_LATER}", re.ASCII | re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}(?P<month>[a-z]+)\.?\s+{_DAY},?\s+(?P<year>\d{{4}}){_LATER}", re.ASCII | re.IGNORECASE),
)

_CALENDAR_DATE: TypeAdapter[date] = TypeAdapter(CalendarDate)
_TIME_ZONE: TypeAdapter[str] = TypeAdapter(TimeZone)


class _Moment(NamedTuple):
    day: date
    time: time | None
    offset: tzinfo | None


def read_due(text: str, language: str, time_zone: str) -> Due | None:
    """A day, a floating time, or, where the row names a time zone, a time there; None for what is not certain."""
    moment = _moment(text, language)
    if moment is None:
        return None
    try:
        if moment.time is None:
            return DateDue(kind="date", date=moment.day)
        if moment.offset is not None:
            return _instant(datetime.combine(moment.day, moment.time, moment.offset), time_zone)
        wall_clock = datetime.combine(moment.day, moment.time)
        if time_zone:
            return ZonedDue(kind="zoned", datetime=wall_clock, timezone=time_zone)
        return FloatingDue(kind="floating", datetime=wall_clock)
    except (ValidationError, OverflowError):
        return None


def read_day(text: str, language: str) -> date | None:
    """A day; None for what is not certain. A time of day is not part of it."""
    moment = _moment(text, language)
    if moment is None or moment.time is not None:
        return None
    try:
        return _CALENDAR_DATE.validate_python(moment.day)
    except ValidationError:
        return None


def _instant(instant: datetime, time_zone: str) -> Due | None:
    """An offset tells no place, and so no time zone, except that of UTC."""
    if not time_zone:
        time_zone = "UTC" if instant.tzinfo is UTC else ""
    name = _TIME_ZONE.validate_python(time_zone)
    wall_clock = instant.astimezone(ZoneInfo(name)).replace(tzinfo=None, fold=0)
    return ZonedDue(kind="zoned", datetime=wall_clock, timezone=name)


def _moment(text: str, language: str) -> _Moment | None:
    is_english = language.lower() in {"", "en"} or language.lower().startswith(("en-", "en_"))
    for pattern in (_ISO, *_ENGLISH) if is_english else (_ISO,):
        if (found := pattern.fullmatch(text)) is not None:
            return _read(found.groupdict())
    return None


def _read(parts: dict[str, str | None]) -> _Moment | None:
    month = parts["month"] or ""
    number = int(month) if month.isdigit() else _number(month, _MONTHS)
    try:
        day = date(int(parts["year"] or 0), number, int(parts["day"] or 0))
        clock, offset = _clock(parts), _offset(parts["offset"])
    except ValueError:
        return None
    weekday = parts.get("weekday")
    if weekday is not None and _number(weekday, _WEEKDAYS) != day.isoweekday():
        return None
    return _Moment(day, clock, offset)


def _number(word: str, names: Sequence[str]) -> int:
    """Which of the names it is, counted from 1, cut off after three letters or more; 0 for none."""
    matching = (number for number, name in enumerate(names, start=1) if name.startswith(word.lower()))
    return next(matching, 0) if len(word) >= _SHORTEST_NAME else 0


def _clock(parts: dict[str, str | None]) -> time | None:
    """Raise ValueError for what no clock shows; a lone “18” could be anything."""
    if parts["hour"] is None:
        return None
    hour, half = int(parts["hour"]), (parts["half"] or "").lower()
    if not half and parts["minute"] is None:
        raise ValueError
    if half:
        if not 1 <= hour <= _NOON:
            raise ValueError
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))


def _offset(text: str | None) -> tzinfo | None:
    """Raise ValueError for what no place can be away from Greenwich."""
    if text is None:
        return None
    if text in {"z", "Z"}:
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text.startswith("-") else minutes))
