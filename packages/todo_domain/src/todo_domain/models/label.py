"""Labels: what a name on a task looks like and where it stands in the list of labels."""

from typing import Any, ClassVar

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from todo_domain.models.base import OwnedEntity, ordered
from todo_domain.models.columns import Key, length_check, owner
from todo_domain.types import LabelName


class Label(OwnedEntity, table=True):
    """A label. Tasks carry its name as it is written here; `key` is the name's case-insensitive form."""

    __tablename__: ClassVar[str] = "label"
    __table_args__: ClassVar[tuple[Any, ...]] = (
        owner(),
        UniqueConstraint("user_id", "key", name="name"),
        length_check("name", LabelName),
        Index(None, "user_id", "position", "id"),
    )

    name: str = Field(sa_type=Text)
    key: str = Field(sa_type=Key)
    color: str | None = Field(sa_type=Text)
    position: str = ordered()
