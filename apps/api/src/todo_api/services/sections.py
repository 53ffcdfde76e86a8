"""One user's sections."""

from uuid import UUID

from todo_api.queries import SectionQuery
from todo_api.services import things
from todo_api.services.outcome import Document, Expected
from todo_api.services.pages import Known, PageDocument, PageRequest, fetch_page
from todo_api.services.scope import UserScope
from todo_api.sql.lists import POSITION, list_sections
from todo_api.sql.moves import find_place, move
from todo_api.sql.sections import CREATE_SECTION, PATCH_SECTION, READ_SECTION, REMOVE_SECTION, same_project
from todo_api.sql.tables import SECTION
from todo_domain import SectionCreate, SectionRead, SectionUpdate
from todo_domain.errors import ProjectNotFound, SectionNotFound
from todo_domain.schemas import Place

SECTIONS = things.Kind(
    read=READ_SECTION,
    create=CREATE_SECTION,
    patch=PATCH_SECTION,
    remove=REMOVE_SECTION,
    missing=SectionNotFound,
    find_place=find_place(SECTION, same_project),
    move=move(SECTION, SectionRead),
)


class SectionService:
    """No method can reach anybody else's sections."""

    def __init__(self, scope: UserScope) -> None:
        self.scope = scope

    async def list(self, query: SectionQuery, known: Known) -> PageDocument:
        request = PageRequest("sections", query, POSITION, known)
        of_project = query.project_id is not None
        statement = list_sections(of_project=of_project, after=query.cursor is not None)
        missing = {"project_id_found": ProjectNotFound} if of_project else {}
        return await fetch_page(self.scope, request, statement, missing, project_id=query.project_id)

    async def get(self, section_id: UUID) -> Document:
        return await things.read(self.scope, SECTIONS, section_id)

    async def create(self, section: SectionCreate, expected: Expected) -> Document:
        values = section.model_dump(exclude={"id"})
        return await things.create(self.scope, SECTIONS.create, section, expected, missing=ProjectNotFound, **values)

    async def update(self, section_id: UUID, update: SectionUpdate, expected: Expected) -> Document:
        return await things.patch(self.scope, SECTIONS, section_id, update, expected)

    async def move(self, section_id: UUID, place: Place, expected: Expected) -> Document:
        return await things.move(self.scope, SECTIONS, section_id, place, expected)

    async def remove(self, section_id: UUID, expected: Expected) -> Document:
        """Remove the section; its tasks stay in the project."""
        return await things.change(self.scope, SECTIONS.remove, section_id, expected, missing=SectionNotFound)
