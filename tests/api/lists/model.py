"""What a list ought to show, worked out in Python from all the tasks that there are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from client import Client
from todo_domain import ProjectRead, SectionRead, Status, TaskRead
from todo_domain.due import due_to_columns
from todo_domain.types import Priority, label_key

SORTS = ("order", "due", "priority", "created", "updated", "title")
DIRECTIONS = ("asc", "desc")


@dataclass(frozen=True)
class Desk:
    """Somebody's tasks, all of them."""

    owner: Client
    project: ProjectRead
    section: SectionRead
    parent: TaskRead
    tasks: list[TaskRead]


@dataclass(frozen=True)
class Filter:
    """Some query parameters, and which tasks they leave."""

    query: dict[str, Any]
    keeps: Callable[[TaskRead], bool]


def due_at(task: TaskRead) -> datetime | None:
    """The wall clock, midnight for a day."""
    return due_to_columns(task.due).due_at


def _has_any(task: TaskRead, names: Iterable[str]) -> bool:
    return bool({label_key(name) for name in names} & {label_key(name) for name in task.labels})


def _due_in(task: TaskRead, first: date, before: date) -> bool:
    moment = due_at(task)
    return moment is not None and first <= moment.date() < before


def _mentions(task: TaskRead, text: str) -> bool:
    return text in task.title.lower() or text in task.notes.lower()


def filters(desk: Desk) -> list[Filter]:
    """One or two of each kind."""
    return [
        Filter({"status": "open"}, lambda task: task.status is Status.OPEN),
        Filter({"status": "completed"}, lambda task: task.status is Status.COMPLETED),
        Filter({"project_id": desk.project.id}, lambda task: task.project_id == desk.project.id),
        Filter({"section_id": desk.section.id}, lambda task: task.section_id == desk.section.id),
        Filter({"parent_id": desk.parent.id}, lambda task: task.parent_id == desk.parent.id),
        Filter({"parent_id": "none"}, lambda task: task.parent_id is None),
        Filter({"priority_min": "none"}, lambda task: task.priority.rank >= 0),
        Filter({"priority_min": "medium"}, lambda task: task.priority.rank >= Priority.MEDIUM.rank),
        Filter({"due": "any"}, lambda task: task.due is not None),
        Filter({"due": "none"}, lambda task: task.due is None),
        Filter({"due_before": "2026-11-23"}, lambda task: _due_in(task, date.min, date(2026, 11, 23))),
        Filter({"due_after": "2026-11-22"}, lambda task: _due_in(task, date(2026, 11, 22), date.max)),
        Filter({"label_any": ["HOME", "straSSe"]}, lambda task: _has_any(task, ["home", "straße"])),
        Filter({"label_all": "Ünï"}, lambda task: _has_any(task, ["ünï"])),
        Filter({"label_all": ["home", "ÜNÏ"]}, lambda task: _has_any(task, ["home"]) and _has_any(task, ["ünï"])),
        Filter({"text": "É"}, lambda task: _mentions(task, "é")),
        Filter({"text": "50%_"}, lambda task: _mentions(task, "50%_")),
    ]


def shown(tasks: Iterable[TaskRead], *narrowed: Filter, trash: bool = False) -> list[TaskRead]:
    return [
        task for task in tasks if (task.deleted_at is not None) is trash and all(one.keeps(task) for one in narrowed)
    ]


def ordered(tasks: Iterable[TaskRead], sort: str, direction: str) -> list[UUID]:
    """The ids: by the value, ties by id, those without the value last, up or down."""
    keys: dict[str, Callable[[TaskRead], Any]] = {
        "order": lambda task: task.position,
        "due": due_at,
        "priority": lambda task: task.priority.rank,
        "created": lambda task: task.created_at,
        "updated": lambda task: task.updated_at,
        "title": lambda task: task.title.lower(),
    }
    key, down = keys[sort], direction == "desc"
    keyed = [(key(task), task.id) for task in tasks]
    valued = sorted((pair for pair in keyed if pair[0] is not None), reverse=down)
    blank = sorted((pair[1] for pair in keyed if pair[0] is None), reverse=down)
    return [task_id for _, task_id in valued] + blank
