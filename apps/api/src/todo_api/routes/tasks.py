"""Tasks."""

from typing import Annotated

from fastapi import APIRouter, Response

from todo_api import responses
from todo_api.bodies import JsonDocument
from todo_api.deps import IfMatch, IfNoneMatch, ListTasks, Tasks
from todo_api.problems import raises
from todo_api.requests import UserRoute
from todo_domain import TaskCreate, TaskMove, TaskRead, TaskUpdate
from todo_domain.errors import (
    IdTaken,
    InTrash,
    NoRoom,
    ProjectNotFound,
    SectionNotFound,
    SiblingNotFound,
    TaskCycle,
    TaskNotFound,
    TooDeep,
    TooManyLabels,
    TooManyTasks,
)
from todo_domain.schemas import TaskPage
from todo_domain.types import Reference

router = APIRouter(prefix="/v1/tasks", tags=["tasks"], route_class=UserRoute)

_PLACES = (TaskNotFound, ProjectNotFound, SectionNotFound)


@router.get("", response_model=TaskPage, responses=raises(*_PLACES))
async def list_tasks(query: ListTasks, tasks: Tasks, known: IfNoneMatch) -> Response:
    """List tasks.

    Everything that is not in the trash, unless the filters say otherwise; `trash=true` lists the trash.
    """
    return responses.page(await tasks.list(query, known))


@router.post(
    "",
    status_code=201,
    response_model=TaskRead,
    responses=raises(*_PLACES, IdTaken, TooDeep, TooManyTasks, TooManyLabels),
)
async def create_task(task: Annotated[TaskCreate, JsonDocument()], tasks: Tasks, expected: IfMatch) -> Response:
    """Create a task.

    It goes to the end of where it belongs. With an id of your own the request can be repeated: a second time it
    answers the task that is there. If-Match names a version of the account.
    """
    return responses.created(await tasks.create(task, expected), router.prefix)


@router.get("/{task_id}", response_model=TaskRead, responses=raises(TaskNotFound))
async def get_task(task_id: Reference, tasks: Tasks, known: IfNoneMatch) -> Response:
    """Get a task.

    Tasks in the trash are shown, too.
    """
    return responses.read(await tasks.get(task_id), known)


@router.patch("/{task_id}", response_model=TaskRead, responses=raises(TaskNotFound, InTrash, TooManyLabels))
async def update_task(
    task_id: Reference, update: Annotated[TaskUpdate, JsonDocument()], tasks: Tasks, expected: IfMatch
) -> Response:
    """Change a task.

    What is left out stays as it is, null clears, and a request without any field changes nothing.
    """
    return responses.written(await tasks.update(task_id, update, expected))


@router.delete("/{task_id}", status_code=204, responses=responses.TRASHED | raises(TaskNotFound))
async def trash_task(task_id: Reference, tasks: Tasks, expected: IfMatch) -> Response:
    """Put a task into the trash.

    Its subtasks go along; all of them can be restored. Doing it twice is doing it once.
    """
    return responses.trashed(await tasks.trash(task_id, expected))


@router.put("/{task_id}/completion", response_model=TaskRead, responses=raises(TaskNotFound, InTrash))
async def complete_task(task_id: Reference, tasks: Tasks, expected: IfMatch) -> Response:
    """Complete a task.

    Its open subtasks are completed in the same change. Doing it twice is doing it once.
    """
    return responses.written(await tasks.complete(task_id, expected))


@router.delete("/{task_id}/completion", response_model=TaskRead, responses=raises(TaskNotFound, InTrash))
async def reopen_task(task_id: Reference, tasks: Tasks, expected: IfMatch) -> Response:
    """Reopen a task.

    Only this one; its subtasks stay completed. Doing it twice is doing it once.
    """
    return responses.written(await tasks.reopen(task_id, expected))


@router.put(
    "/{task_id}/position",
    response_model=TaskRead,
    responses=raises(*_PLACES, SiblingNotFound, InTrash, TaskCycle, TooDeep, NoRoom),
)
async def move_task(
    task_id: Reference, move: Annotated[TaskMove, JsonDocument()], tasks: Tasks, expected: IfMatch
) -> Response:
    """Move a task.

    To another project, section or parent, or to another place among its siblings; its subtasks go along.
    """
    return responses.written(await tasks.move(task_id, move, expected))


@router.put("/{task_id}/restoration", response_model=TaskRead, responses=raises(TaskNotFound))
async def restore_task(task_id: Reference, tasks: Tasks, expected: IfMatch) -> Response:
    """Restore a task from the trash.

    The subtasks that went there with it come along. If its parent is gone it comes back at the top level, and if its
    project is gone, in the inbox. Doing it twice is doing it once.
    """
    return responses.written(await tasks.restore(task_id, expected))
