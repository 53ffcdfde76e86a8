"""Answers kept for requests that may come again."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime
from sqlalchemy.dialects.postgresql import BYTEA, JSONB
from sqlmodel import Field

from todo_domain.models.base import Entity
from todo_domain.models.columns import Key, length_check, owner
from todo_domain.types import IdempotencyKey


class Answer(Entity, table=True):
    """What a write answered under an idempotency key; made in the transaction that has the write's effect."""

    __tablename__: ClassVar[str] = "answer"
    __table_args__: ClassVar[tuple[Any, ...]] = (owner(), length_check("key", IdempotencyKey))

    user_id: str = Field(primary_key=True, sa_type=Key)
    key: str = Field(primary_key=True, sa_type=Key)
    request_hash: bytes = Field(sa_type=BYTEA, repr=False)
    """The digest of the request: the same key with another request is a mistake."""
    at: datetime = Field(sa_type=DateTime(timezone=True))
    body: bytes = Field(sa_type=BYTEA, repr=False)
    facts: dict[str, Any] = Field(sa_type=JSONB)
    """What else the answer said: versions, ids."""
