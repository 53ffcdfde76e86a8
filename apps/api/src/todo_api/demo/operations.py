"""The writes by which the demo gets into an account."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from uuid import UUID

from todo_api.demo.contents import Contents
from todo_api.demo.shapes import Todo
from todo_api.demo.week import INBOX, LABELS, PROJECTS
from todo_domain.schemas import LabelCreate, Operation, ProjectCreate, SectionCreate, TaskCreate
from todo_domain.schemas.batch import CompleteTask, CreateLabel, CreateProject, CreateSection, CreateTask, TrashTask
from todo_domain.types import label_key

_MILLISECONDS = 1_760_000_000_000
"""In October 2025: the time that a UUIDv7 begins with."""


@dataclass(frozen=True)
class Missing:
    """What the account has not got of the demo, in the order in which it has to be made.

    Of what `all_` counts the account may have some already; `own_tasks` are those that are not the demo's.
    """

    operations: list[Operation]
    all_tasks: int
    all_things: int
    own_tasks: int


def missing_of(contents: Contents, today: date) -> Missing:
    """What is there stays as it is, be it changed, completed or in the trash; what is gone for good is made again."""
    tasks = {id_of(path) for path, _ in _all_tasks()}
    return Missing(
        operations=[*_labels(contents), *_projects(contents), *_tasks(contents, today)],
        all_tasks=len(tasks),
        all_things=len(tasks) + len(LABELS) + sum(1 + len(project.sections) for project in PROJECTS),
        own_tasks=len(contents.tasks - tasks),
    )


def id_of(path: tuple[str, ...]) -> UUID:
    """A UUIDv7 (RFC 9562, section 5.7) that is the same for the same names; a row's key has its user in it, too."""
    chance = int.from_bytes(blake2b("\0".join(path).encode(), digest_size=16).digest())
    low = chance >> 12 & (1 << 62) - 1
    return UUID(int=_MILLISECONDS << 80 | 0x7 << 76 | (chance & 0xFFF) << 64 | 0b10 << 62 | low)


def _labels(contents: Contents) -> Iterator[Operation]:
    for name, color in LABELS.items():
        label_id = id_of(("label", name))
        if label_id not in contents.ids and label_key(name) not in contents.labels:
            yield CreateLabel(op="create_label", body=LabelCreate(id=label_id, name=name, color=color))


def _projects(contents: Contents) -> Iterator[Operation]:
    for project in PROJECTS:
        project_id = id_of(("project", project.name))
        if project_id not in contents.ids:
            body = ProjectCreate(id=project_id, name=project.name, color=project.color)
            yield CreateProject(op="create_project", body=body)
        for section in project.sections:
            section_id = id_of(("section", project.name, section.name))
            if section_id not in contents.ids:
                body_of_section = SectionCreate(id=section_id, project_id=project_id, name=section.name)
                yield CreateSection(op="create_section", body=body_of_section)


def _tasks(contents: Contents, today: date) -> Iterator[Operation]:
    new = [(path, task) for path, task in _all_tasks() if id_of(path) not in contents.ids]
    for path, task in new:
        yield CreateTask(op="create_task", body=_body(path, task, today))
    for path, task in new:
        if task.done:
            yield CompleteTask(op="complete_task", id=id_of(path))
        if task.in_trash:
            yield TrashTask(op="trash_task", id=id_of(path))


def _body(path: tuple[str, ...], task: Todo, today: date) -> TaskCreate:
    _, project, section, *above = path[:-1]
    return TaskCreate(
        id=id_of(path),
        title=task.title,
        notes=task.notes,
        priority=task.priority,
        due=None if task.when is None else task.when.due(today),
        deadline_date=None if task.deadline is None else today + timedelta(days=task.deadline),
        duration_minutes=task.minutes,
        labels=list(task.labels),
        parent_id=id_of(path[:-1]) if above else None,
        section_id=id_of(("section", project, section)) if section and not above else None,
        project_id=id_of(("project", project)) if project and not section and not above else None,
    )


def _all_tasks() -> Iterator[tuple[tuple[str, ...], Todo]]:
    """Each with its path: the names of its project and its section (empty for none), the titles above it, its own."""
    yield from _family(("task", "", ""), INBOX)
    for project in PROJECTS:
        yield from _family(("task", project.name, ""), project.tasks)
        for section in project.sections:
            yield from _family(("task", project.name, section.name), section.tasks)


def _family(above: tuple[str, ...], tasks: tuple[Todo, ...]) -> Iterator[tuple[tuple[str, ...], Todo]]:
    for task in tasks:
        path = (*above, task.title)
        yield path, task
        yield from _family(path, task.subtasks)
