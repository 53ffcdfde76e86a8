"""The formats of the contract's text; `codegen` writes these types where the document names one."""

import re
from collections.abc import Callable, Hashable, Sequence
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BeforeValidator, Field, NaiveDatetime, ValidationInfo
from pydantic.types import UuidVersion


def _read(spelling: str, parse: Callable[[str], object]) -> BeforeValidator:
    """Take one spelling in JSON where Pydantic takes many: seconds since 1970 for a day, a UUID in braces."""

    def read(value: Any, info: ValidationInfo) -> Any:
        if info.mode != "json" or not isinstance(value, str):
            return value
        if not re.fullmatch(spelling, value):
            raise ValueError("is not written as the contract wants it")
        return parse(value)

    return BeforeValidator(read)


def distinct[Items: Sequence[Hashable]](items: Items, _: ValidationInfo) -> Items:
    """Refuse a list that has the same item twice."""
    if isinstance(items, Sequence) and len(set(items)) != len(items):
        raise ValueError("the same item is listed twice")
    return items


_UUID = _read("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", UUID)
_DAY = _read("[0-9]{4}-[0-9]{2}-[0-9]{2}", date.fromisoformat)

Id = Annotated[UUID, _UUID]
"""The id of something that exists."""

OwnId = Annotated[UUID, UuidVersion(7), _UUID]
"""An id that a client makes; see `todo_client.new_id`."""

Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2999, 12, 31)), _DAY]

WallClock = Annotated[
    NaiveDatetime,
    Field(ge=datetime(1900, 1, 1), lt=datetime(3000, 1, 1)),  # noqa: DTZ001  # a clock on the wall has no zone
    Field(json_schema_extra={"format": "date-time-local"}),
]
"""A date and time as a clock on the wall shows it: no offset."""

Instant = AwareDatetime
