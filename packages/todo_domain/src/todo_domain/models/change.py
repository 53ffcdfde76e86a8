"""The log of changes: one row for each thing that a write touched."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Text, Uuid
from sqlmodel import Field

from todo_domain.models.base import Entity
from todo_domain.models.columns import Key, owner


class Change(Entity, table=True):
    """What happened to one thing in the write that made this account version; rows are only ever added."""

    __tablename__: ClassVar[str] = "change"
    __table_args__: ClassVar[tuple[Any, ...]] = (owner(),)

    user_id: str = Field(primary_key=True, sa_type=Key)
    version: int = Field(primary_key=True, sa_type=BigInteger)
    entity: str = Field(primary_key=True, sa_type=Text)
    entity_id: UUID = Field(primary_key=True, sa_type=Uuid)
    op: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=DateTime(timezone=True))
