"""The activity: what happened, newest first, in the words of the documents that it happened to."""

from uuid import UUID

from pydantic import Field, JsonValue

from todo_domain.schemas import examples
from todo_domain.schemas.base import Output, Page
from todo_domain.schemas.examples import example, page_of
from todo_domain.types import ClientName, Instant, Kind, Op, Version

FIELDS = 50
"""More than any document has."""


class FieldChange(Output):
    """One field of a thing, as its document showed it before and shows it since."""

    model_config = example(examples.FIELD_CHANGE)

    field: str = Field(max_length=50, examples=["due"])
    old: JsonValue = Field(description="Null where there was nothing.")
    new: JsonValue = Field(description="Null where nothing is left.")


class ActivityRead(Output):
    """What one change did to one thing. Of what was deleted for good, no fields are kept."""

    model_config = example(examples.ACTIVITY)

    change_id: Version = Field(description="The change, which may have touched other things too.")
    kind: Kind
    id: UUID = Field(description="Of the thing; the account is told by the id of its inbox.")
    op: Op
    at: Instant
    client: ClientName | None = Field(description="What the client called itself in `Client-Name`.")
    fields: list[FieldChange] = Field(max_length=FIELDS)


class ActivityPage(Page[ActivityRead]):
    model_config = page_of(examples.ACTIVITY)
