"""Order among siblings: fractional keys, compared byte by byte, of which there is always one between two others.

A key is a letter that tells how many digits its whole part has, the whole part, and a fraction, all in
hexadecimal. The whole part of a newly appended row is the account version of the write that appends it: versions
only grow, so a row goes to the end without anybody reading which one was last.
"""

from typing import Any

from fractional_indexing import generate_key_between
from sqlalchemy import ColumnElement, Text, cast, func, literal_column

from todo_domain.errors import NoRoom
from todo_domain.types import Position

DIGITS = "0123456789abcdef"
_WHOLE_DIGITS = 12
_MARK = chr(ord("a") + _WHOLE_DIGITS - 1)
_LONGEST = 500
LAST_VERSION = 2**47
"""Versions begin with milliseconds of Unix time: this one is thousands of years ahead."""


def appended(version: ColumnElement[int], ordinal: ColumnElement[int] | None = None) -> ColumnElement[str]:
    """The key of a row appended by the write of this version; rows of one write are told apart by their ordinal."""

    def digits(number: ColumnElement[Any], width: int) -> ColumnElement[str]:
        return func.lpad(func.to_hex(number), literal_column(str(width)), literal_column("'0'"))

    key = cast(literal_column(f"'{_MARK}'"), Text).concat(digits(version, _WHOLE_DIGITS))
    if ordinal is None:
        return key
    last_digit_is_not_zero: ColumnElement[str] = literal_column("'8'")
    return key.concat(digits(ordinal, 8)).concat(last_digit_is_not_zero)


def version_of(position: Position) -> int:
    """The version of the write that would have appended a row here or right before; 0 if that would be no write's."""
    whole = position[1 : 1 + _WHOLE_DIGITS]
    return int(whole, 16) if position[0] == _MARK and len(whole) == _WHOLE_DIGITS else 0


def between(before: Position | None, after: Position | None) -> Position:
    """A key between two neighbours, either of which may be missing.

    Raises:
        NoRoom: both neighbours have the same key, or the key in between would become too long.
    """
    if before is not None and after is not None and before >= after:
        raise NoRoom
    key: Position = generate_key_between(before, after, DIGITS)
    if len(key) > _LONGEST:
        raise NoRoom
    return key
