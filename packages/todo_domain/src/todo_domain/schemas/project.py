"""Projects as they are sent and read."""

from uuid import UUID

from pydantic import MISSING, Field

from todo_domain.schemas.base import Create, Input, Output, Page
from todo_domain.types import Color, Instant, Name, Position, Version


class ProjectCreate(Create):
    name: Name = Field(examples=["Garden"])
    color: Color | None = None
    archived: bool = False


class ProjectUpdate(Input):
    name: Name | MISSING = MISSING
    color: Color | MISSING | None = MISSING
    archived: bool | MISSING = MISSING


class ProjectRead(Output):
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
    pass
