"""The feed: every change of every kind of thing, in one order."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from todo_domain.schemas import examples
from todo_domain.schemas.account import AccountRead
from todo_domain.schemas.base import Output
from todo_domain.schemas.examples import example
from todo_domain.schemas.label import LabelRead
from todo_domain.schemas.project import ProjectRead
from todo_domain.schemas.section import SectionRead
from todo_domain.schemas.task import TaskRead
from todo_domain.types import Version


class _Changed(Output):
    id: UUID
    version: Version = Field(description="Of the account, when this was changed last.")


class AccountChanged(_Changed):
    """The account is told by the id of its inbox."""

    model_config = example(
        {"kind": "account", "id": examples.ACCOUNT["inbox_id"], "version": 1795234567890, "data": examples.ACCOUNT}
    )

    kind: Literal["account"]
    data: AccountRead


class ProjectChanged(_Changed):
    model_config = example(
        {"kind": "project", "id": examples.PROJECT["id"], "version": 1795234567890, "data": examples.PROJECT}
    )

    kind: Literal["project"]
    data: ProjectRead | None


class SectionChanged(_Changed):
    model_config = example(
        {"kind": "section", "id": examples.SECTION["id"], "version": 1795234567890, "data": examples.SECTION}
    )

    kind: Literal["section"]
    data: SectionRead | None


class LabelChanged(_Changed):
    model_config = example({"kind": "label", "id": examples.LABEL["id"], "version": 1795234567890, "data": None})

    kind: Literal["label"]
    data: LabelRead | None


class TaskChanged(_Changed):
    model_config = example({"kind": "task", "id": examples.TASK["id"], "version": 1795234567890, "data": examples.TASK})

    kind: Literal["task"]
    data: TaskRead | None


Changed = Annotated[
    AccountChanged | ProjectChanged | SectionChanged | LabelChanged | TaskChanged, Field(discriminator="kind")
]
"""A thing as it is now; its `data` is null if it is gone for good."""


class Changes(Output):
    """Things in the order in which they were changed last, each once, as they are now.

    Go on with `next_cursor`, at once while `has_more`, later for what will have happened by then. Until then a thing
    may refer to another that is still to come.
    """

    model_config = example(
        {
            "items": [
                {"kind": "task", "id": examples.TASK["id"], "version": 1795234567890, "data": examples.TASK},
                {"kind": "label", "id": examples.LABEL["id"], "version": 1795234567891, "data": None},
            ],
            "next_cursor": "Hq2lq0m9Yx8",
            "has_more": False,
        }
    )

    items: list[Changed]
    next_cursor: str
    has_more: bool
