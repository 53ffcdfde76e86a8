"""What all of a user's rows have in common."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Uuid
from sqlalchemy.dialects.postgresql import BYTEA
from sqlmodel import Field, MetaData, SQLModel

from todo_domain.models.columns import Key

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(constraint_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(constraint_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Entity(SQLModel):
    """The tables' base: one metadata, one naming convention.

    As with every SQLModel table, the constructor takes what it is given: validate with the schemas first.
    """

    metadata: ClassVar[MetaData] = METADATA


class OwnedEntity(Entity):
    """A row that belongs to one user, stamped with the account version of its last change."""

    user_id: str = Field(primary_key=True, sa_type=Key)
    id: UUID = Field(primary_key=True, sa_type=Uuid)
    version: int = Field(sa_type=BigInteger)
    created_at: datetime = Field(sa_type=DateTime(timezone=True))
    updated_at: datetime = Field(sa_type=DateTime(timezone=True))
    request_hash: bytes | None = Field(default=None, sa_type=BYTEA, repr=False)
    """The digest of the create request when the client chose the id: the same request again is the same create."""


def ordered() -> Any:
    """The key of a row's place among its siblings; see `todo_domain.ordering`."""
    return Field(sa_type=Key)
