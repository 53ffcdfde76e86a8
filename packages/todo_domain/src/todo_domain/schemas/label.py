"""Labels as they are sent and read."""

from uuid import UUID

from pydantic import MISSING, Field

from todo_domain.schemas import examples
from todo_domain.schemas.base import Create, Input, Output, Page
from todo_domain.schemas.examples import example, page_of
from todo_domain.types import Color, Instant, LabelName, Position, Version


class LabelCreate(Create):
    model_config = example(examples.LABEL_CREATE)

    name: LabelName = Field(examples=["errand"])
    color: Color | None = None


class LabelUpdate(Input):
    model_config = example(examples.LABEL_UPDATE)

    name: LabelName | MISSING = MISSING
    color: Color | MISSING | None = MISSING


class LabelRead(Output):
    model_config = example(examples.LABEL)

    id: UUID
    name: LabelName
    color: Color | None
    position: Position
    version: Version
    created_at: Instant
    updated_at: Instant


class LabelPage(Page[LabelRead]):
    model_config = page_of(examples.LABEL)
