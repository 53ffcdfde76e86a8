"""The log of changes: one row for each thing that a write touched, with what it was and what it became."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Index, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from todo_domain.models.base import Entity
from todo_domain.models.columns import Key, owner


class Change(Entity, table=True):
    """What happened to one thing in the write that made this account version.

    `before` and `after` are the columns that differ, as PostgreSQL writes them in JSON. What was made has no `before`,
    what was removed has all of itself there and no `after`. With neither it cannot be taken back: an account's first
    row, and what was deleted for good, whose past goes with it.
    """

    __tablename__: ClassVar[str] = "change"
    __table_args__: ClassVar[tuple[Any, ...]] = (
        owner(),
        Index(None, "user_id", "entity", "entity_id", "version"),
    )

    user_id: str = Field(primary_key=True, sa_type=Key)
    version: int = Field(primary_key=True, sa_type=BigInteger)
    entity: str = Field(primary_key=True, sa_type=Text)
    entity_id: UUID = Field(primary_key=True, sa_type=Uuid)
    op: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=DateTime(timezone=True))
    client: str | None = Field(default=None, sa_type=Text)
    """What the client called itself."""
    undoes: int | None = Field(default=None, sa_type=BigInteger)
    """The version of the write whose effect this takes back or, once that was taken back, brings again."""
    before: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True), repr=False)
    after: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True), repr=False)
