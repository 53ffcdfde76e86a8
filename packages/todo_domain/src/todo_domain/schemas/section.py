"""Sections as they are sent and read."""

from uuid import UUID

from pydantic import MISSING, Field

from todo_domain.schemas import examples
from todo_domain.schemas.base import Create, Input, Output, Page
from todo_domain.schemas.examples import example, page_of
from todo_domain.types import Instant, Name, Position, Reference, Version


class SectionCreate(Create):
    model_config = example(examples.SECTION_CREATE)

    project_id: Reference
    name: Name = Field(examples=["Vegetables"])


class SectionUpdate(Input):
    model_config = example(examples.SECTION_UPDATE)

    name: Name | MISSING = MISSING


class SectionRead(Output):
    model_config = example(examples.SECTION)

    id: UUID
    project_id: UUID
    name: Name
    position: Position
    version: Version
    created_at: Instant
    updated_at: Instant
    deleted_at: Instant | None


class SectionPage(Page[SectionRead]):
    model_config = page_of(examples.SECTION)
