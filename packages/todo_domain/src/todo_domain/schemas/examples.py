"""One example of each document, for the OpenAPI document and whoever reads it; a test validates them all."""

from typing import Any

from pydantic import ConfigDict

_USER = "pLw3kq8Zc1XvN0tRb7YsGfHd2MjE5uAo"
_INBOX, _PROJECT, _SECTION, _LABEL, _TASK = (f"019a9d2e-6f00-7{number:03x}-8000-5b1c7d3e9f42" for number in range(1, 6))
_STAMP = {
    "version": 1795234567890,
    "created_at": "2026-11-21T08:30:00.000000+00:00",
    "updated_at": "2026-11-21T08:30:00.000000+00:00",
}
_DUE = {"kind": "zoned", "datetime": "2026-12-24T18:00:00", "timezone": "Europe/Berlin"}

ACCOUNT_UPDATE = {"timezone": "Europe/Berlin"}
ACCOUNT = {"user_id": _USER, "inbox_id": _INBOX, **ACCOUNT_UPDATE, **_STAMP}

PROJECT_CREATE = {"name": "Garden", "color": "#2e8b57"}
PROJECT_UPDATE = {"archived": True}
PROJECT = {
    "id": _PROJECT,
    **PROJECT_CREATE,
    "archived": False,
    "is_inbox": False,
    "position": "l01a1fc5196d2",
    **_STAMP,
    "deleted_at": None,
}

SECTION_CREATE = {"project_id": _PROJECT, "name": "Vegetables"}
SECTION_UPDATE = {"name": "Herbs"}
SECTION = {"id": _SECTION, **SECTION_CREATE, "position": "l01a1fc5196d2", **_STAMP, "deleted_at": None}

LABEL_CREATE = {"name": "errand", "color": "#ffa500"}
LABEL_UPDATE = {"name": "errands"}
LABEL = {"id": _LABEL, **LABEL_CREATE, "position": "l01a1fc5196d2", **_STAMP}

TASK_CREATE = {
    "title": "Water the tomatoes",
    "priority": "high",
    "due": _DUE,
    "labels": ["errand"],
    "project_id": _PROJECT,
}
TASK_UPDATE = {"priority": "low", "due": None}
TASK_MOVE = {"section_id": _SECTION}
TASK = {
    "id": _TASK,
    **TASK_CREATE,
    "notes": "",
    "status": "open",
    "start_date": None,
    "deadline_date": None,
    "duration_minutes": None,
    "section_id": None,
    "parent_id": None,
    "position": "l01a1fc5196d2",
    **_STAMP,
    "completed_at": None,
    "deleted_at": None,
}
PLACE = {"before": _TASK}

FIELD_CHANGE = {"field": "due", "old": None, "new": _DUE}
ACTIVITY = {
    "change_id": 1795234567891,
    "kind": "task",
    "id": _TASK,
    "op": "updated",
    "at": "2026-11-21T08:30:00.000000+00:00",
    "client": "web/1.4.2",
    "fields": [FIELD_CHANGE],
}
UNDO = {"change_ids": [1795234567891]}
UNDONE = {"change_ids": [1795234567892]}


def example(document: dict[str, Any]) -> ConfigDict:
    """The configuration that shows a document as the schema's example."""
    return ConfigDict(json_schema_extra={"examples": [document]})


def page_of(document: dict[str, Any]) -> ConfigDict:
    return example({"items": [document], "next_cursor": None})
