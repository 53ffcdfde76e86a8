"""What all schemas have in common."""

from hashlib import blake2b
from typing import Self

from pydantic import MISSING, BaseModel, ConfigDict, Field, model_validator

from todo_domain.schemas.examples import PLACE, example
from todo_domain.types import EntityId, Reference


class Input(BaseModel):
    """What a caller sends: nothing unknown, no conversions. From JSON use `model_validate_json`."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Output(BaseModel):
    """What a caller gets: every field, always."""

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)


class Create(Input):
    """A new thing, with an id of the caller's own if the create has to be repeatable."""

    id: EntityId | MISSING = Field(
        default=MISSING,
        description="A UUIDv7 of your own making: the same create sent twice then makes one thing.",
    )

    def request_hash(self) -> bytes:
        """A digest (16 bytes) that is equal for equal requests, whatever their ids.

        What has its default is left out, so that a version with a field more still knows the requests of today.
        """
        return blake2b(self.model_dump_json(exclude={"id"}, exclude_defaults=True).encode(), digest_size=16).digest()


class Place(Input):
    """A place among siblings: right before one of them, right after one of them, or, with neither, at the end."""

    model_config = example(PLACE)

    before: Reference | MISSING = Field(default=MISSING, description="The sibling that is to follow.")
    after: Reference | MISSING = Field(default=MISSING, description="The sibling that is to precede.")

    @model_validator(mode="after")
    def _one_neighbour(self) -> Self:
        if self.before is not MISSING and self.after is not MISSING:
            raise ValueError("before and after exclude each other")
        return self


class Page[T: Output](Output):
    """Part of a list. Pass `next_cursor` with the same query to get what follows; null means that this is the end."""

    items: list[T]
    next_cursor: str | None
