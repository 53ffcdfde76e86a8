"""Hints as messages between workers."""

from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter, ValidationError

MESSAGE_BYTES = 7_900
"""PostgreSQL takes less than 8,000 in a notification."""

type Hints = dict[str, int]
"""Versions that accounts have reached, by their users' ids."""

_HINTS = TypeAdapter(Hints)


def messages(hints: Mapping[str, int]) -> Iterator[str]:
    """As few messages as hold them all."""
    part: Hints = {}
    size = 0
    for user_id, version in hints.items():
        length = len(_written({user_id: version}))
        if part and size + length > MESSAGE_BYTES:
            yield _written(part)
            part, size = {}, 0
        part[user_id] = version
        size += length
    if part:
        yield _written(part)


def read_message(message: str) -> Hints:
    """What a message says; nothing if it is not one of ours, as others may be on the same line."""
    try:
        return _HINTS.validate_json(message, strict=True)
    except ValidationError:
        return {}


def _written(hints: Hints) -> str:
    return _HINTS.dump_json(hints).decode()
