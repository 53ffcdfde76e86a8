"""Every bound of the domain, written once: schemas, table checks and the OpenAPI document all read it here."""

import re
import unicodedata
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    JsonValue,
    NaiveDatetime,
    Strict,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic.types import UuidVersion

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
LABELS_PER_TASK = 50
CHANGES_PER_UNDO = 100
MAX_DEPTH = 5
"""How many generations of tasks there may be: a task, its subtasks, and so on."""

ANY_TEXT = r"^[^\x00]*$"
"""PostgreSQL cannot store NUL; anything else that is Unicode it gives back unchanged."""

_SPACE = r"\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""Unicode's white space, written out: what `\\s` stands for is another set in every language."""
_NOT_BLANK = rf"^[^\x00]*[^\x00\x1c-\x1f{_SPACE}][^\x00]*$"
"""To Python's `strip` four control characters are white space, too."""
_DAY = "(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"

_WALL_CLOCK = re.compile(f"{_DAY}T{_CLOCK}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HEX = "[0-9a-fA-F]"
_UUID = re.compile(f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}")
_UUID7 = f"^{_HEX}{{8}}-{_HEX}{{4}}-7{_HEX}{{3}}-[89abAB]{_HEX}{{3}}-{_HEX}{{12}}$"


def _known_time_zone(name: str) -> str:
    if name not in _time_zones():
        raise ValueError("not a time zone of the IANA database, such as Europe/Berlin")
    return name


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones() - {"localtime", "Factory"})  # the server's own, and none at all


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be blank")
    return text


def _written_as_date(value: Any) -> Any:
    """Pydantic by itself also takes seconds since 1970 for a date, even written as text."""
    if not isinstance(value, date) and not (isinstance(value, str) and _DATE.fullmatch(value)):
        raise ValueError("must be a date such as 2026-12-24")
    return value


def _written_as_wall_clock(value: Any, parse: ValidatorFunctionWrapHandler) -> Any:
    """Pydantic also takes a blank for the T, and drops digits behind the microseconds."""
    parsed = parse(value)
    if not isinstance(value, datetime) and not (isinstance(value, str) and _WALL_CLOCK.fullmatch(value)):
        raise ValueError("must be a date and time such as 2026-12-24T18:00:00")
    return parsed


def _written_as_uuid(value: Any) -> Any:
    """Pydantic also takes it in braces, as a URN and without hyphens; a row has one address, and this is its form."""
    if not isinstance(value, UUID) and not (isinstance(value, str) and _UUID.fullmatch(value)):
        raise ValueError("must be a UUID such as 019a9d2e-6f00-7001-8000-5b1c7d3e9f42")
    return value


def _in_calendar[D: (date, datetime)](value: D) -> D:
    if not FIRST_DAY.year <= value.year <= LAST_DAY.year:
        raise ValueError(f"must lie between the years {FIRST_DAY.year} and {LAST_DAY.year}")
    return value


def _documented(**keywords: JsonValue) -> Any:
    """Say in JSON Schema's words what a validator written in Python checks."""
    return Field(json_schema_extra=keywords)


def label_key(name: str) -> str:
    """The form in which two label names are the same label: case folded (Unicode 3.13, default caseless matching)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _distinct_labels(names: list[str]) -> list[str]:
    if len({label_key(name) for name in names}) != len(names):
        raise ValueError("the same label is listed twice; case does not tell labels apart")
    return names


def _distinct_changes(change_ids: list[int]) -> list[int]:
    if len(set(change_ids)) != len(change_ids):
        raise ValueError("the same change is listed twice")
    return change_ids


UserId = Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=r"^[\x20-\x7e]+$")]
"""The token's subject, opaque: printable ASCII."""

IdempotencyKey = Annotated[str, StringConstraints(min_length=1, max_length=255, pattern=r"^[\x21-\x7e]+$")]
"""Chosen by the client for one write: printable ASCII without spaces."""
ClientName = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[\x20-\x7e]+$")]
"""What a client calls itself, such as web/1.4.2: printable ASCII."""

Reference = Annotated[UUID, Strict(strict=False), BeforeValidator(_written_as_uuid)]
"""The id of something that exists."""

EntityId = Annotated[
    UUID,
    UuidVersion(7),
    Strict(strict=False),
    BeforeValidator(_written_as_uuid),
    WithJsonSchema({"type": "string", "format": "uuid", "pattern": _UUID7}),
]
"""What a client may choose as an id: a UUIDv7 (RFC 9562, section 5.7)."""

TimeZone = Annotated[str, StringConstraints(max_length=64), AfterValidator(_known_time_zone)]
Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=ANY_TEXT),
    Field(title="Title"),
    _documented(pattern=rf"^[^\x00]*[^\x00{_SPACE}][^\x00]*$"),
]
Notes = Annotated[str, StringConstraints(max_length=16_384, pattern=ANY_TEXT)]
Name = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, pattern=ANY_TEXT),
    AfterValidator(_not_blank),
    _documented(pattern=_NOT_BLANK),
]
LabelName = Annotated[
    str,
    StringConstraints(min_length=1, max_length=100, pattern=ANY_TEXT),
    AfterValidator(_not_blank),
    _documented(pattern=_NOT_BLANK),
]
Labels = Annotated[
    list[LabelName],
    Field(max_length=LABELS_PER_TASK),
    _documented(uniqueItems=True),
    AfterValidator(_distinct_labels),
]
Color = Annotated[str, StringConstraints(max_length=7, pattern=r"^#[0-9a-fA-F]{6}$")]
Minutes = Annotated[int, Field(ge=1, le=525_600)]
CalendarDate = Annotated[
    date,
    Strict(strict=False),
    BeforeValidator(_written_as_date),
    AfterValidator(_in_calendar),
    Field(examples=["2026-12-24"]),
    _documented(pattern=f"^{_DAY}$"),
]
WallClock = Annotated[
    NaiveDatetime,
    Strict(strict=False),
    AfterValidator(_in_calendar),
    WrapValidator(_written_as_wall_clock),
    Field(examples=["2026-12-24T18:00:00"]),
    _documented(format="date-time-local", pattern=f"^{_DAY}T{_CLOCK}$"),
]
"""A date and time as a clock on the wall shows it: no offset."""
Instant = AwareDatetime
Version = Annotated[int, Field(ge=1, le=2**53 - 1, json_schema_extra={"format": "int64"})]
"""Whole numbers are exact in every client up to here: JavaScript has no larger ones (RFC 8259, section 6)."""
ChangeIds = Annotated[
    list[Version],
    Field(min_length=1, max_length=CHANGES_PER_UNDO),
    _documented(uniqueItems=True),
    AfterValidator(_distinct_changes),
]
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


class Op(StrEnum):
    """What happened to a thing. There may be more of these one day: show one that you do not know as a change."""

    CREATED = "created"
    UPDATED = "updated"
    COMPLETED = "completed"
    REOPENED = "reopened"
    MOVED = "moved"
    DELETED = "deleted"
    RESTORED = "restored"
    PURGED = "purged"
    UNDONE = "undone"


type Kind = Literal["account", "project", "section", "label", "task"]
