"""What is to be undone, and what that made."""

from pydantic import Field

from todo_domain.schemas import examples
from todo_domain.schemas.base import Input, Output
from todo_domain.schemas.examples import example
from todo_domain.types import CHANGES_PER_UNDO, ChangeIds, Version


class Undo(Input):
    """Changes to take back, in any order: the newest goes first."""

    model_config = example(examples.UNDO)

    change_ids: ChangeIds


class Undone(Output):
    """The changes that the undo made, one for each; to undo them is to do again what was undone."""

    model_config = example(examples.UNDONE)

    change_ids: list[Version] = Field(max_length=CHANGES_PER_UNDO, description="In the order in which they were made.")
