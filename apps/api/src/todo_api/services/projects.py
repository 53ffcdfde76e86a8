"""One user's projects."""

from uuid import UUID

from todo_api.queries import ProjectQuery
from todo_api.services import things
from todo_api.services.outcome import Document, Expected
from todo_api.services.pages import Known, PageDocument, PageRequest, fetch_page
from todo_api.services.scope import UserScope
from todo_api.sql.lists import POSITION, list_projects
from todo_api.sql.moves import find_place, move
from todo_api.sql.projects import CREATE_PROJECT, PATCH_PROJECT, READ_PROJECT, RESTORE_PROJECT, TRASH_PROJECT
from todo_api.sql.tables import PROJECT
from todo_api.sql.write import always
from todo_domain import ProjectCreate, ProjectRead, ProjectUpdate
from todo_domain.errors import ProjectNotFound
from todo_domain.schemas import Place

PROJECTS = things.Kind(
    read=READ_PROJECT,
    create=CREATE_PROJECT,
    patch=PATCH_PROJECT,
    remove=TRASH_PROJECT,
    missing=ProjectNotFound,
    find_place=find_place(PROJECT, always),
    move=move(PROJECT, ProjectRead),
)


class ProjectService:
    """No method can reach anybody else's projects."""

    def __init__(self, scope: UserScope) -> None:
        self.scope = scope

    async def list(self, query: ProjectQuery, known: Known) -> PageDocument:
        """The projects in their order; a user who has none yet gets the inbox."""
        request = PageRequest("projects", query, POSITION, known)
        statement = list_projects(archived=query.archived, trash=query.trash, after=query.cursor is not None)
        page = await fetch_page(self.scope, request, statement)
        if page.version:
            return page
        await self.scope.provision()
        return await fetch_page(self.scope, request, statement)

    async def get(self, project_id: UUID) -> Document:
        return await things.read(self.scope, PROJECTS, project_id)

    async def create(self, project: ProjectCreate, expected: Expected) -> Document:
        values = project.model_dump(exclude={"id"})
        return await things.create(self.scope, PROJECTS.create, project, expected, missing=ProjectNotFound, **values)

    async def update(self, project_id: UUID, update: ProjectUpdate, expected: Expected) -> Document:
        return await things.patch(self.scope, PROJECTS, project_id, update, expected)

    async def move(self, project_id: UUID, place: Place, expected: Expected) -> Document:
        return await things.move(self.scope, PROJECTS, project_id, place, expected)

    async def trash(self, project_id: UUID, expected: Expected) -> Document:
        """Into the trash, with its sections and tasks."""
        return await things.change(self.scope, PROJECTS.remove, project_id, expected, missing=ProjectNotFound)

    async def restore(self, project_id: UUID, expected: Expected) -> Document:
        """Out of the trash, with what went there together with it."""
        return await things.change(self.scope, RESTORE_PROJECT, project_id, expected, missing=ProjectNotFound)
