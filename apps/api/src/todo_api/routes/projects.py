"""Projects."""

from typing import Annotated

from fastapi import APIRouter, Response

from todo_api import responses
from todo_api.bodies import JsonDocument
from todo_api.deps import IfMatch, IfNoneMatch, ListProjects, Projects
from todo_api.problems import raises
from todo_api.requests import UserRoute
from todo_domain import ProjectCreate, ProjectRead, ProjectUpdate
from todo_domain.errors import (
    IdTaken,
    InboxProtected,
    InTrash,
    NoRoom,
    ProjectNotFound,
    SiblingNotFound,
    TooManyProjects,
)
from todo_domain.schemas import Place, ProjectPage
from todo_domain.types import Reference

router = APIRouter(prefix="/v1/projects", tags=["projects"], route_class=UserRoute)


@router.get("", response_model=ProjectPage)
async def list_projects(query: ListProjects, projects: Projects, known: IfNoneMatch) -> Response:
    """List projects.

    In their order, the inbox among them; `trash=true` lists those in the trash.
    """
    return responses.page(await projects.list(query, known))


@router.post("", status_code=201, response_model=ProjectRead, responses=raises(IdTaken, TooManyProjects))
async def create_project(
    project: Annotated[ProjectCreate, JsonDocument()], projects: Projects, expected: IfMatch
) -> Response:
    """Create a project.

    It goes to the end of the order. With an id of your own the request can be repeated: a
    second time it answers the project that is there. If-Match names a version of the account.
    """
    return responses.created(await projects.create(project, expected), router.prefix)


@router.get("/{project_id}", response_model=ProjectRead, responses=raises(ProjectNotFound))
async def get_project(project_id: Reference, projects: Projects, known: IfNoneMatch) -> Response:
    """Get a project."""
    return responses.read(await projects.get(project_id), known)


@router.patch("/{project_id}", response_model=ProjectRead, responses=raises(ProjectNotFound, InTrash, InboxProtected))
async def update_project(
    project_id: Reference, update: Annotated[ProjectUpdate, JsonDocument()], projects: Projects, expected: IfMatch
) -> Response:
    """Change a project.

    What is left out stays as it is, null clears, and a request without any field changes nothing. The inbox
    cannot be archived.
    """
    return responses.written(await projects.update(project_id, update, expected))


@router.delete("/{project_id}", status_code=204, responses=responses.TRASHED | raises(ProjectNotFound, InboxProtected))
async def trash_project(project_id: Reference, projects: Projects, expected: IfMatch) -> Response:
    """Put a project into the trash.

    Its sections and tasks go along; all of it can be restored. The inbox stays. Doing it twice is doing it once.
    """
    return responses.trashed(await projects.trash(project_id, expected))


@router.put(
    "/{project_id}/position",
    response_model=ProjectRead,
    responses=raises(ProjectNotFound, SiblingNotFound, InTrash, NoRoom),
)
async def move_project(
    project_id: Reference, place: Annotated[Place, JsonDocument()], projects: Projects, expected: IfMatch
) -> Response:
    """Move a project to another place in the order."""
    return responses.written(await projects.move(project_id, place, expected))


@router.put("/{project_id}/restoration", response_model=ProjectRead, responses=raises(ProjectNotFound))
async def restore_project(project_id: Reference, projects: Projects, expected: IfMatch) -> Response:
    """Restore a project from the trash.

    The sections and tasks that went there with it come along. Doing it twice is doing it once.
    """
    return responses.written(await projects.restore(project_id, expected))
