"""JSON in which an instant may be spelt in more than one way."""

from datetime import datetime
from typing import Any

_CLOCKS = {"at", "completed_at", "created_at", "datetime", "deleted_at", "updated_at"}


def told(document: Any) -> Any:
    """The document as Python has it, with its clocks read; everything else, and the order of fields, is as written."""
    if isinstance(document, dict):
        return [(name, _read(value) if name in _CLOCKS else told(value)) for name, value in document.items()]
    return [told(item) for item in document] if isinstance(document, list) else document


def _read(value: Any) -> Any:
    return None if value is None else datetime.fromisoformat(value)
