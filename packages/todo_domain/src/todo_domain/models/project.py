"""Projects; one of them is the inbox."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, DateTime, Index, Text, text
from sqlmodel import Field

from todo_domain.models.base import OwnedEntity, ordered
from todo_domain.models.columns import length_check, owner
from todo_domain.types import Name


class Project(OwnedEntity, table=True):
    """A named list of tasks. The inbox is made with the account and stays."""

    __tablename__: ClassVar[str] = "project"
    __table_args__: ClassVar[tuple[Any, ...]] = (
        owner(),
        length_check("name", Name),
        CheckConstraint("NOT (is_inbox AND (archived OR deleted_at IS NOT NULL))", name="inbox_stays"),
        Index(None, "user_id", "position", "id", postgresql_where=text("deleted_at IS NULL")),
    )

    name: str = Field(sa_type=Text)
    color: str | None = Field(sa_type=Text)
    archived: bool
    is_inbox: bool
    position: str = ordered()
    deleted_at: datetime | None = Field(sa_type=DateTime(timezone=True))
