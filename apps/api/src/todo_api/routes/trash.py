"""The trash: what is deleted from here is gone."""

from fastapi import APIRouter, Response

from todo_api import responses
from todo_api.deps import IfMatch, Tasks
from todo_api.problems import raises
from todo_api.requests import UserRoute
from todo_domain.errors import TaskNotFound
from todo_domain.types import Reference

router = APIRouter(prefix="/v1/trash", tags=["trash"], route_class=UserRoute)


@router.delete("", status_code=204)
async def empty_trash(tasks: Tasks, expected: IfMatch) -> Response:
    """Empty the trash.

    Tasks, and projects with their sections, are deleted for good. If-Match names a version of the account.
    """
    return responses.gone(await tasks.empty_trash(expected))


@router.delete("/{task_id}", status_code=204, responses=raises(TaskNotFound))
async def purge_task(task_id: Reference, tasks: Tasks, expected: IfMatch) -> Response:
    """Delete a task from the trash.

    It is gone for good, with its subtasks. A task that is not in the trash is not found here.
    """
    return responses.gone(await tasks.purge(task_id, expected))
