"""What happened, and taking it back."""

from typing import Annotated

from fastapi import APIRouter, Response

from todo_api import responses
from todo_api.bodies import JsonDocument
from todo_api.deps import Activity, ReadActivity, Undoing
from todo_api.problems import raises
from todo_api.requests import UserRoute
from todo_domain.errors import (
    ChangeNotFound,
    NotUndoable,
    TaskNotFound,
    TooManyLabels,
    TooManyProjects,
    TooManySections,
    TooManyTasks,
    TooMuchToUndo,
    UndoConflict,
)
from todo_domain.schemas import ActivityPage, Undo, Undone
from todo_domain.types import Reference

router = APIRouter(prefix="/v1", route_class=UserRoute)

_NO_ROOM = (TooManyTasks, TooManyProjects, TooManySections, TooManyLabels)


@router.get("/activity", tags=["changes"], response_model=ActivityPage)
async def list_activity(query: ReadActivity, activity: Activity) -> Response:
    """List what happened.

    Newest first, an item for each thing that a change touched, with the fields that it changed. Of what was deleted
    for good only that it was is kept.
    """
    return responses.unversioned(await activity.list(query))


@router.get("/tasks/{task_id}/activity", tags=["tasks"], response_model=ActivityPage, responses=raises(TaskNotFound))
async def list_task_activity(task_id: Reference, query: ReadActivity, activity: Activity) -> Response:
    """List what happened to a task.

    Newest first, also of a task in the trash.
    """
    return responses.unversioned(await activity.list_of_task(task_id, query))


@router.post(
    "/undo",
    tags=["changes"],
    response_model=Undone,
    responses=raises(ChangeNotFound, NotUndoable, TooMuchToUndo, UndoConflict, *_NO_ROOM),
)
async def undo_changes(undo: Annotated[Undo, JsonDocument()], undoing: Undoing) -> Response:
    """Undo changes.

    All of them or none, the newest first. Each becomes a change of its own; undoing those does everything again.
    What was changed again later, or would break a rule, is not undone; `errors` then says what stands in the way.
    """
    return responses.done(await undoing.undo(undo))
