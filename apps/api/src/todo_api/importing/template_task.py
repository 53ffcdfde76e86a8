"""One task row of a Todoist template: its cells, read into a task's fields."""

import re
from typing import Any

from pydantic import ValidationError

from todo_api.importing.dates import read_day, read_due
from todo_api.importing.reasons import reason_of
from todo_api.importing.records import Record
from todo_api.importing.report import RefusedRow, quoted
from todo_domain import Priority, TaskCreate
from todo_domain.due import due_to_columns
from todo_domain.types import label_key

_PRIORITIES = {
    "1": Priority.URGENT,
    "2": Priority.HIGH,
    "3": Priority.MEDIUM,
    "4": Priority.NONE,
    "": Priority.NONE,
}
_MINUTES = {"": 1, "none": 1, "minute": 1, "day": 24 * 60}
_NAMES = {
    "title": "CONTENT",
    "labels": "CONTENT",
    "notes": "DESCRIPTION",
    "due": "DATE",
    "deadline_date": "DEADLINE",
    "duration_minutes": "DURATION",
}
_LABEL = re.compile(r"(?:^|\s+)@([^\s@,;:!?()|&\"]+)(?!\S)")
"""A word that is nothing but @ and a name; an address such as ada@example.com is not, nor is “@home,”."""
_LONGEST_NUMBER = 9


def read_task(record: Record) -> tuple[dict[str, Any], list[str]]:
    """The fields of the row that are the task's own, and what has to be said about how they were taken.

    Raises:
        RefusedRow: a cell holds what a task cannot have.
    """
    remarks: list[str] = []
    kept = [record["DESCRIPTION"]]
    due = read_due(record["DATE"], record["DATE_LANG"], record["TIMEZONE"])
    if due is None and record["DATE"]:
        where = f" ({record['TIMEZONE']})" if record["TIMEZONE"] else ""
        kept.append(f"Due in Todoist: {record['DATE']}{where}")
        remarks.append(f"DATE {quoted(record['DATE'])} is not one certain day; it was put into the task's notes")
    deadline = read_day(record["DEADLINE"], record["DEADLINE_LANG"])
    if deadline is None and record["DEADLINE"]:
        kept.append(f"Deadline in Todoist: {record['DEADLINE']}")
        remarks.append(
            f"DEADLINE {quoted(record['DEADLINE'])} is not one certain day; it was put into the task's notes"
        )
    if record["RESPONSIBLE"]:
        kept.append(f"Responsible in Todoist: {record['RESPONSIBLE']}")
    title, labels = _title_and_labels(record["CONTENT"])
    try:
        task = TaskCreate(
            title=title,
            notes="\n\n".join(filter(None, kept)),
            priority=_priority(record["PRIORITY"]),
            due=due,
            deadline_date=deadline,
            duration_minutes=_duration(record["DURATION"], record["DURATION_UNIT"]),
            labels=labels,
        )
    except ValidationError as error:
        raise RefusedRow(reason_of(error, _NAMES)) from error
    fields = (
        task.model_dump(include={"title", "notes", "start_date", "deadline_date", "duration_minutes"})
        | due_to_columns(task.due)._asdict()
    )
    return fields | {"priority": task.priority.rank, "labels": tuple(task.labels)}, remarks


def _title_and_labels(content: str) -> tuple[str, list[str]]:
    labels: dict[str, str] = {}
    for name in _LABEL.findall(content):
        labels.setdefault(label_key(name), name)
    title = _LABEL.sub("", content).strip()
    if labels and not title:
        raise RefusedRow("CONTENT has labels but no title")
    return title, list(labels.values())


def _priority(text: str) -> Priority:
    if text not in _PRIORITIES:
        raise RefusedRow(f"PRIORITY is {quoted(text)}; it has to be 1 (the highest), 2, 3 or 4")
    return _PRIORITIES[text]


def _duration(text: str, unit: str) -> int | None:
    if text.lower() in {"", "none"}:
        return None
    if not (text.isascii() and text.isdigit()) or len(text) > _LONGEST_NUMBER:
        raise RefusedRow(f"DURATION is {quoted(text)}; it has to be a whole number")
    if unit.lower() not in _MINUTES:
        raise RefusedRow(f"DURATION_UNIT is {quoted(unit)}; it has to be minute or day")
    return int(text) * _MINUTES[unit.lower()]
