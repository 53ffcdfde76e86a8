"""A schema's objections, put into a sentence for the reader of a report."""

from collections.abc import Mapping

from pydantic import ValidationError

from todo_api.importing.report import printable

_SHOWN = 3
_NO_LINE_OF_OURS = "it is no line of an export: its kind has to be account, project, section, label or task"
_PLAIN = {
    "json_invalid": "it is not JSON",
    "union_tag_invalid": _NO_LINE_OF_OURS,
    "union_tag_not_found": _NO_LINE_OF_OURS,
}
_LONGEST = 200
_WRAPPING = {"account", "project", "section", "label", "task", "data"}
"""The parts of a location that say no more than which line of an export it is."""


def reason_of(error: ValidationError, names: Mapping[str, str] | None = None) -> str:
    """What is wrong, field by field; `names` gives the fields the names that the file has for them."""
    parts = [
        _PLAIN.get(detail["type"])
        or _part(".".join(_location(detail["loc"], names or {})), detail["msg"], detail["input"])
        for detail in error.errors(include_url=False, include_context=False)
    ]
    more = len(parts) - _SHOWN
    return "; ".join(parts[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def _location(location: tuple[int | str, ...], names: Mapping[str, str]) -> list[str]:
    own = [str(part) for index, part in enumerate(location) if index > 1 or part not in _WRAPPING]
    return [names.get(part, part) for part in own]


def _part(location: str, message: str, value: object) -> str:
    if isinstance(value, str) and "\x00" in value:
        message = "must not contain NUL"
    message = message.removeprefix("Value error, ")
    message = message[:1].lower() + message[1:] if message[1:2].islower() else message
    return printable(f"{location}: {message}" if location else message)[:_LONGEST]
