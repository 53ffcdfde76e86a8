"""Every bound of the domain, written once: schemas, table checks and the OpenAPI document all read it here."""

import unicodedata
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, AwareDatetime, Field, NaiveDatetime, StringConstraints
from pydantic.types import UuidVersion

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
LABELS_PER_TASK = 50
MAX_DEPTH = 5
"""How many generations of tasks there may be: a task, its subtasks, and so on."""

_ANY_TEXT = r"^[^\x00]*$"
"""PostgreSQL cannot store NUL; anything else that is Unicode it gives back unchanged."""


def _known_time_zone(name: str) -> str:
    if name not in _time_zones():
        raise ValueError("not a time zone of the IANA database, such as Europe/Berlin")
    return name


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be blank")
    return text


def _in_calendar[D: (date, datetime)](value: D) -> D:
    if not FIRST_DAY.year <= value.year <= LAST_DAY.year:
        raise ValueError(f"must lie between the years {FIRST_DAY.year} and {LAST_DAY.year}")
    return value


def label_key(name: str) -> str:
    """The form in which two label names are the same label: case folded (Unicode 3.13, default caseless matching)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _distinct_labels(names: list[str]) -> list[str]:
    if len({label_key(name) for name in names}) != len(names):
        raise ValueError("the same label is listed twice; case does not tell labels apart")
    return names


UserId = Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=r"^[\x20-\x7e]+$")]
"""The token's subject, opaque: printable ASCII."""

EntityId = Annotated[UUID, UuidVersion(7), Field(json_schema_extra={"format": "uuid"})]
"""What a client may choose as an id: a UUIDv7 (RFC 9562, section 5.7)."""

TimeZone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_known_time_zone)]
Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=_ANY_TEXT), Field(title="Title")
]
Notes = Annotated[str, StringConstraints(max_length=16_384, pattern=_ANY_TEXT)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=_ANY_TEXT), AfterValidator(_not_blank)]
LabelName = Annotated[
    str, StringConstraints(min_length=1, max_length=100, pattern=_ANY_TEXT), AfterValidator(_not_blank)
]
Labels = Annotated[
    list[LabelName],
    Field(max_length=LABELS_PER_TASK, json_schema_extra={"uniqueItems": True}),
    AfterValidator(_distinct_labels),
]
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Minutes = Annotated[int, Field(ge=1, le=525_600)]
CalendarDate = Annotated[date, AfterValidator(_in_calendar), Field(examples=["2026-12-24"])]
WallClock = Annotated[
    NaiveDatetime,
    AfterValidator(_in_calendar),
    Field(examples=["2026-12-24T18:00:00"], json_schema_extra={"format": "date-time-local"}),
]
"""A date and time as a clock on the wall shows it: no offset."""
Instant = AwareDatetime
Version = Annotated[int, Field(ge=1)]
Position = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[A-Za-z][0-9a-f]+$")]


class Priority(StrEnum):
    """How much a task matters, least first; stored and compared by rank."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        return list(Priority).index(self)


class Status(StrEnum):
    OPEN = "open"
    COMPLETED = "completed"
