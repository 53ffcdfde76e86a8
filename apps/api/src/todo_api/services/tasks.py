"""One user's tasks."""

from typing import Any
from uuid import UUID

from pydantic import MISSING

from todo_api.queries import TaskQuery
from todo_api.services import things
from todo_api.services.outcome import Document, Expected, changed, done, found
from todo_api.services.pages import Known, PageDocument, PageRequest, fetch_page
from todo_api.services.scope import UserScope
from todo_api.services.work import Work
from todo_api.sql.lists import SORT_KEYS, list_tasks
from todo_api.sql.tasks import (
    COMPLETE_TASK,
    MOVE_TASK,
    PURGE_TASK,
    READ_TASK,
    REOPEN_TASK,
    RESTORE_TASK,
    TRASH_TASK,
    Where,
    create_task,
    find_task_place,
    patch_task,
)
from todo_api.sql.trash import EMPTY_TRASH
from todo_domain import TaskCreate, TaskMove, TaskUpdate, new_id
from todo_domain.due import due_to_columns
from todo_domain.errors import (
    DomainError,
    ProjectNotFound,
    SectionNotFound,
    TaskCycle,
    TaskNotFound,
)
from todo_domain.types import label_key

_MISSING_PLACE: dict[Where, type[DomainError]] = {
    "inbox": ProjectNotFound,
    "project": ProjectNotFound,
    "section": SectionNotFound,
    "parent": TaskNotFound,
}
_BY_ID: tuple[Where, ...] = ("parent", "section", "project")
_MISSING_FILTER = {"project_id": ProjectNotFound, "section_id": SectionNotFound, "parent_id": TaskNotFound}


class TaskService:
    """No method can reach anybody else's tasks."""

    def __init__(self, scope: UserScope) -> None:
        self.scope = scope

    async def list(self, query: TaskQuery, known: Known) -> PageDocument:
        request = PageRequest("tasks", query, SORT_KEYS[query.sort].cursor, known)
        filters = query.filters
        statement = list_tasks(
            frozenset(filters), query.sort, descending=query.direction == "desc", after=query.cursor is not None
        )
        missing = {f"{name}_found": error for name, error in _MISSING_FILTER.items() if name in filters}
        return await fetch_page(self.scope, request, statement, missing, **filters)

    async def get(self, task_id: UUID) -> Document:
        """The task, also if it is in the trash."""
        return found(await self.scope.read(READ_TASK, id=task_id), TaskNotFound)

    async def create(self, task: TaskCreate, expected: Expected) -> Document:
        where = _where(task) or "inbox"
        statement = create_task(where, labelled=bool(task.labels))
        values = task.model_dump(exclude={"id", "due", "labels"})
        values |= due_to_columns(task.due)._asdict() | _label_arrays(task.labels)
        return await things.create(self.scope, statement, task, expected, missing=_MISSING_PLACE[where], **values)

    async def update(self, task_id: UUID, update: TaskUpdate, expected: Expected) -> Document:
        fields = things.sent(update)
        if not fields:
            return await things.look(self.scope, READ_TASK, task_id, expected, missing=TaskNotFound)
        labels = fields.pop("labels", None)
        values = {**dict.fromkeys(TaskUpdate.model_fields), **fields, **things.flags(update)}
        values |= due_to_columns(fields.get("due"))._asdict() | _label_arrays(labels or [])
        statement = patch_task(labelled=labels is not None)
        return await things.change(self.scope, statement, task_id, expected, missing=TaskNotFound, **values)

    async def complete(self, task_id: UUID, expected: Expected) -> Document:
        """Complete the task and, in the same change, what is open below it."""
        return await things.change(self.scope, COMPLETE_TASK, task_id, expected, missing=TaskNotFound)

    async def reopen(self, task_id: UUID, expected: Expected) -> Document:
        """Reopen this one task."""
        return await things.change(self.scope, REOPEN_TASK, task_id, expected, missing=TaskNotFound)

    async def trash(self, task_id: UUID, expected: Expected) -> Document:
        """Into the trash, with all below it."""
        return await things.change(self.scope, TRASH_TASK, task_id, expected, missing=TaskNotFound)

    async def restore(self, task_id: UUID, expected: Expected) -> Document:
        """Out of the trash, with what went there together with it."""
        return await things.change(self.scope, RESTORE_TASK, task_id, expected, missing=TaskNotFound)

    async def move(self, task_id: UUID, move: TaskMove, expected: Expected) -> Document:
        """Move the task with all below it: find the place, choose a position, write unless something changed.

        Raises:
            TaskCycle: the new parent is the task itself or stands below it.
            TooDeep: something below would come to stand too deep.
        """
        where = _where(move)
        target = {name: value for name, value in things.sent(move).items() if name in _MISSING_FILTER}
        values = {"project_id": None, **target, "id": task_id}

        async def unit(work: Work) -> Document:
            row = await work.row(find_task_place(where), **values, anchor=things.anchor_of(move))
            if row["seen"] is None or not row["found"]:
                raise TaskNotFound
            if not row["placed"]:
                raise _MISSING_PLACE[where or "inbox"]
            if task_id in row["ancestors"]:
                raise TaskCycle
            place = {name: row[name] for name in ("project_id", "section_id", "parent_id", "depth")}
            anchor = things.anchor_of(move)
            as_of = work.decide(row["seen"], task_id, [*row["ancestors"], *([] if anchor is None else [anchor])])
            position = things.position_for(move, row, work)
            moved = await work.row(MOVE_TASK, **place, id=task_id, expected=expected, as_of=as_of, position=position)
            return changed(moved, expected, TaskNotFound)

        return await self.scope.write(unit)

    async def purge(self, task_id: UUID, expected: Expected) -> Document:
        """Delete a task that is in the trash for good, with all below it."""

        async def unit(work: Work) -> Document:
            row = await work.row(PURGE_TASK, id=task_id, expected=expected)
            if not row["eligible"]:
                raise TaskNotFound
            return changed(row, expected, TaskNotFound)

        return await self.scope.write(unit)

    async def empty_trash(self, expected: Expected) -> Document:
        """Delete everything in the trash for good: tasks, and projects with their sections."""

        async def unit(work: Work) -> Document:
            return done(await work.row(EMPTY_TRASH, expected=expected), expected)

        return await self.scope.write(unit)


def _where(request: TaskCreate | TaskMove) -> Where | None:
    """What names the place, the narrowest first."""
    for where in _BY_ID:
        if getattr(request, f"{where}_id") not in {None, MISSING}:
            return where
    return None


def _label_arrays(labels: list[str]) -> dict[str, list[Any]]:
    return {
        "label_names": labels,
        "label_keys": [label_key(name) for name in labels],
        "label_ids": [new_id() for _ in labels],
    }
