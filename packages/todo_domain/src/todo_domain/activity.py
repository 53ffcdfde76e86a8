"""From the columns that a change touched, as the log keeps them, to the fields of the documents that people read."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from pydantic import JsonValue

from todo_domain.documents import READS
from todo_domain.due import due_from_columns
from todo_domain.schemas.activity import FieldChange
from todo_domain.types import Kind, Priority

type LoggedColumns = Mapping[str, Any]
"""Columns and their values as PostgreSQL writes them in JSON."""

_UNTOLD = {"id", "version", "created_at", "updated_at"}
"""What tells the thing apart, and its stamps: every change moves them."""


def _due(columns: LoggedColumns) -> JsonValue:
    at = columns["due_at"]
    due = due_from_columns(
        columns["due_kind"], None if at is None else datetime.fromisoformat(at), columns["due_timezone"]
    )
    return None if due is None else due.model_dump(mode="json")


def _priority(columns: LoggedColumns) -> JsonValue:
    return list(Priority)[columns["priority"]].value


_COMPUTED: Mapping[str, tuple[str, Callable[[LoggedColumns], JsonValue]]] = {
    "due": ("due_kind", _due),
    "priority": ("priority", _priority),
}
"""Fields that are not a column of the same name and form: a column that is always logged with them, and their value."""


def field_changes(kind: Kind, before: LoggedColumns | None, after: LoggedColumns | None) -> list[FieldChange]:
    """The fields that differ, in the order of the read schema; a side that is missing has nothing in any field."""
    changes = (
        FieldChange(field=name, old=_value(name, before), new=_value(name, after))
        for name in field_names(kind, {**(before or {}), **(after or {})})
    )
    return [change for change in changes if change.old != change.new]


def field_names(kind: Kind, columns: Collection[str]) -> Iterator[str]:
    """The fields that these columns are shown as; some are not shown at all."""
    for name in READS[kind].model_fields:
        if name not in _UNTOLD and _column_of(name) in columns:
            yield name


def _column_of(name: str) -> str:
    return _COMPUTED[name][0] if name in _COMPUTED else name


def _value(name: str, columns: LoggedColumns | None) -> JsonValue:
    if columns is None or _column_of(name) not in columns:
        return None
    value: JsonValue = _COMPUTED[name][1](columns) if name in _COMPUTED else columns[name]
    return value
