"""The account as it is sent and read."""

from uuid import UUID

from pydantic import MISSING, Field

from todo_domain.schemas import examples
from todo_domain.schemas.base import Input, Output
from todo_domain.schemas.examples import example
from todo_domain.types import Instant, TimeZone, UserId, Version


class AccountUpdate(Input):
    model_config = example(examples.ACCOUNT_UPDATE)

    timezone: TimeZone | MISSING = Field(default=MISSING, examples=["Europe/Berlin"])


class AccountRead(Output):
    model_config = example(examples.ACCOUNT)

    user_id: UserId
    timezone: TimeZone
    inbox_id: UUID
    version: Version
    created_at: Instant
    updated_at: Instant
