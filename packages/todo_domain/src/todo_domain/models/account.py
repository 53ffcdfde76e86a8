"""The user's own row: what belongs to a person rather than to a task."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Text, Uuid
from sqlmodel import Field

from todo_domain.models.base import Entity
from todo_domain.models.columns import Key, length_check
from todo_domain.types import TimeZone, UserId


class Account(Entity, table=True):
    """One user.

    `version` grows with every write of this user and never shrinks, not even when the account is deleted and made
    again: it starts at the millisecond (Unix time) in which the account is made.

    `task_count` is how many tasks there were, trash included, when `version` was `counted_version`. A write that says
    nothing of it moves `version` on alone: then nobody knows, and who needs the number counts.
    """

    __tablename__: ClassVar[str] = "account"
    __table_args__: ClassVar[tuple[CheckConstraint, ...]] = (
        length_check("user_id", UserId),
        length_check("timezone", TimeZone),
    )

    user_id: str = Field(primary_key=True, sa_type=Key)
    version: int = Field(sa_type=BigInteger)
    timezone: str = Field(sa_type=Text)
    inbox_id: UUID = Field(sa_type=Uuid)
    created_at: datetime = Field(sa_type=DateTime(timezone=True))
    updated_at: datetime = Field(sa_type=DateTime(timezone=True))
    task_count: int | None = None
    counted_version: int | None = Field(default=None, sa_type=BigInteger)
