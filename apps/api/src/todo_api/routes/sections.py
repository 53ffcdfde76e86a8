"""Sections."""

from typing import Annotated

from fastapi import APIRouter, Response

from todo_api import responses
from todo_api.bodies import JsonDocument
from todo_api.deps import IfMatch, IfNoneMatch, ListSections, Sections
from todo_api.problems import raises
from todo_api.requests import UserRoute
from todo_domain import SectionCreate, SectionRead, SectionUpdate
from todo_domain.errors import (
    IdTaken,
    InTrash,
    NoRoom,
    ProjectNotFound,
    SectionNotFound,
    SiblingNotFound,
    TooManySections,
)
from todo_domain.schemas import Place, SectionPage
from todo_domain.types import Reference

router = APIRouter(prefix="/v1/sections", tags=["sections"], route_class=UserRoute)


@router.get("", response_model=SectionPage, responses=raises(ProjectNotFound))
async def list_sections(query: ListSections, sections: Sections, known: IfNoneMatch) -> Response:
    """List sections, of one project or of all.

    In their order; those of projects in the trash are not listed.
    """
    return responses.page(await sections.list(query, known))


@router.post(
    "", status_code=201, response_model=SectionRead, responses=raises(ProjectNotFound, IdTaken, TooManySections)
)
async def create_section(
    section: Annotated[SectionCreate, JsonDocument()], sections: Sections, expected: IfMatch
) -> Response:
    """Create a section.

    It goes to the end of its project. With an id of your own the request can be repeated: a
    second time it answers the section that is there. If-Match names a version of the account.
    """
    return responses.created(await sections.create(section, expected), router.prefix)


@router.get("/{section_id}", response_model=SectionRead, responses=raises(SectionNotFound))
async def get_section(section_id: Reference, sections: Sections, known: IfNoneMatch) -> Response:
    """Get a section."""
    return responses.read(await sections.get(section_id), known)


@router.patch("/{section_id}", response_model=SectionRead, responses=raises(SectionNotFound, InTrash))
async def update_section(
    section_id: Reference, update: Annotated[SectionUpdate, JsonDocument()], sections: Sections, expected: IfMatch
) -> Response:
    """Change a section.

    What is left out stays as it is, and a request without any field changes nothing.
    """
    return responses.written(await sections.update(section_id, update, expected))


@router.delete("/{section_id}", status_code=204, responses=raises(SectionNotFound, InTrash))
async def delete_section(section_id: Reference, sections: Sections, expected: IfMatch) -> Response:
    """Delete a section.

    Its tasks stay in the project.
    """
    return responses.gone(await sections.remove(section_id, expected))


@router.put(
    "/{section_id}/position",
    response_model=SectionRead,
    responses=raises(SectionNotFound, SiblingNotFound, InTrash, NoRoom),
)
async def move_section(
    section_id: Reference, place: Annotated[Place, JsonDocument()], sections: Sections, expected: IfMatch
) -> Response:
    """Move a section to another place in the order."""
    return responses.written(await sections.move(section_id, place, expected))
