"""Projects as they are sent and read."""

from uuid import UUID

from pydantic import MISSING, Field

from todo_domain.schemas import examples
from todo_domain.schemas.base import Create, Input, Output, Page
from todo_domain.schemas.examples import example, page_of
from todo_domain.types import Color, Instant, Name, Position, Version


class ProjectCreate(Create):
    model_config = example(examples.PROJECT_CREATE)

    name: Name = Field(examples=["Garden"])
    color: Color | None = None
    archived: bool = False


class ProjectUpdate(Input):
    model_config = example(examples.PROJECT_UPDATE)

    name: Name | MISSING = MISSING
    color: Color | MISSING | None = MISSING
    archived: bool | MISSING = MISSING


class ProjectRead(Output):
    model_config = example(examples.PROJECT)

    id: UUID
    name: Name
    color: Color | None
    archived: bool
    is_inbox: bool
    position: Position
    version: Version
    created_at: Instant
    updated_at: Instant
    deleted_at: Instant | None


class ProjectPage(Page[ProjectRead]):
    model_config = page_of(examples.PROJECT)
