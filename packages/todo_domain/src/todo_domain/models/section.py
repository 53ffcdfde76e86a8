"""Sections: named, ordered parts of a project."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import DateTime, Index, Text, Uuid
from sqlmodel import Field

from todo_domain.models.base import OwnedEntity, ordered
from todo_domain.models.columns import length_check, owner, within
from todo_domain.types import Name


class Section(OwnedEntity, table=True):
    """A part of a project. It is in the trash only together with its project."""

    __tablename__: ClassVar[str] = "section"
    __table_args__: ClassVar[tuple[Any, ...]] = (
        owner(),
        within("project", "project_id"),
        length_check("name", Name),
        Index(None, "user_id", "project_id", "position", "id"),
    )

    project_id: UUID = Field(sa_type=Uuid)
    name: str = Field(sa_type=Text)
    position: str = ordered()
    deleted_at: datetime | None = Field(sa_type=DateTime(timezone=True))
