"""JSON that has only one reading.

Two parsers that disagree about a document (the last of two equal keys or the first, what NaN is) let a token mean one
thing to the issuer and another to us; I-JSON (RFC 7493) draws the line.
"""

import json
import math

MAX_DEPTH = 16
MAX_NUMBER_LENGTH = 32


class NotStrictJson(ValueError):
    """What is wrong with a document, for the log."""


def parse_object(document: bytes) -> dict[str, object]:
    """Raise NotStrictJson for anything but one unambiguous, shallow object in UTF-8."""
    try:
        value: object = json.loads(
            document.decode("utf-8"),
            object_pairs_hook=_object_of_unique_names,
            parse_int=_integer,
            parse_float=_finite,
            parse_constant=_no_constant,
        )
    except NotStrictJson:
        raise
    except (ValueError, RecursionError) as error:
        raise NotStrictJson("The document is not JSON in UTF-8.") from error
    if not isinstance(value, dict):
        raise NotStrictJson("The JSON is not an object.")
    if _is_deeper_than(value, MAX_DEPTH):
        raise NotStrictJson(f"The JSON is nested more than {MAX_DEPTH} levels deep.")
    return value


def _object_of_unique_names(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise NotStrictJson("The JSON names a member twice.")
    return value


def _integer(digits: str) -> int:
    if len(digits) > MAX_NUMBER_LENGTH:
        raise NotStrictJson("The JSON holds an integer of absurd length.")
    return int(digits)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise NotStrictJson("The JSON holds a number that no float can.")
    return value


def _no_constant(name: str) -> object:
    raise NotStrictJson(f"{name} is not JSON.")


def _is_deeper_than(value: object, levels: int) -> bool:
    # Level by level instead of recursively, so that the check for depth does not itself run out of stack.
    level = [value]
    for _ in range(levels):
        level = [child for parent in level for child in _children(parent)]
        if not level:
            return False
    return True


def _children(value: object) -> list[object]:
    match value:
        case dict():
            return list(value.values())
        case list():
            return value
        case _:
            return []
