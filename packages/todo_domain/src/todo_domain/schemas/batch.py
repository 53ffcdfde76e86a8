"""Several writes in one request."""

from typing import Annotated, Literal

from pydantic import MISSING, Field

from todo_domain.schemas import examples
from todo_domain.schemas.base import Input, Place
from todo_domain.schemas.examples import example
from todo_domain.schemas.label import LabelCreate, LabelUpdate
from todo_domain.schemas.project import ProjectCreate, ProjectUpdate
from todo_domain.schemas.section import SectionCreate, SectionUpdate
from todo_domain.schemas.task import TaskCreate, TaskMove, TaskUpdate
from todo_domain.types import Reference, Version

OPERATIONS_PER_BATCH = 100


class _OnOne(Input):
    """An operation on something that there is, be it since an earlier operation of the same batch."""

    id: Reference
    if_match: Version | MISSING = Field(
        default=MISSING, description="Do it only if this is the version; otherwise its problem is stale_version."
    )


class CreateTask(Input):
    op: Literal["create_task"]
    body: TaskCreate


class UpdateTask(_OnOne):
    op: Literal["update_task"]
    body: TaskUpdate


class MoveTask(_OnOne):
    op: Literal["move_task"]
    body: TaskMove


class CreateProject(Input):
    op: Literal["create_project"]
    body: ProjectCreate


class UpdateProject(_OnOne):
    op: Literal["update_project"]
    body: ProjectUpdate


class MoveProject(_OnOne):
    op: Literal["move_project"]
    body: Place


class CreateSection(Input):
    op: Literal["create_section"]
    body: SectionCreate


class UpdateSection(_OnOne):
    op: Literal["update_section"]
    body: SectionUpdate


class MoveSection(_OnOne):
    op: Literal["move_section"]
    body: Place


class CreateLabel(Input):
    op: Literal["create_label"]
    body: LabelCreate


class UpdateLabel(_OnOne):
    op: Literal["update_label"]
    body: LabelUpdate


class MoveLabel(_OnOne):
    op: Literal["move_label"]
    body: Place


class CompleteTask(_OnOne):
    op: Literal["complete_task"]


class ReopenTask(_OnOne):
    op: Literal["reopen_task"]


class TrashTask(_OnOne):
    op: Literal["trash_task"]


class RestoreTask(_OnOne):
    op: Literal["restore_task"]


class PurgeTask(_OnOne):
    op: Literal["purge_task"]


class TrashProject(_OnOne):
    op: Literal["trash_project"]


class RestoreProject(_OnOne):
    op: Literal["restore_project"]


class DeleteSection(_OnOne):
    op: Literal["delete_section"]


class DeleteLabel(_OnOne):
    op: Literal["delete_label"]


Operation = Annotated[
    CreateTask
    | UpdateTask
    | MoveTask
    | CreateProject
    | UpdateProject
    | MoveProject
    | CreateSection
    | UpdateSection
    | MoveSection
    | CreateLabel
    | UpdateLabel
    | MoveLabel
    | CompleteTask
    | ReopenTask
    | TrashTask
    | RestoreTask
    | PurgeTask
    | TrashProject
    | RestoreProject
    | DeleteSection
    | DeleteLabel,
    Field(discriminator="op"),
]
"""One write, in the words of the operation that does it alone."""


class Batch(Input):
    """Up to 100 writes, done in their order; later ones see what earlier ones did, also the ids that they chose."""

    model_config = example(
        {
            "mode": "atomic",
            "operations": [
                {"op": "create_task", "body": {"id": examples.TASK["id"], "title": "Water the tomatoes"}},
                {"op": "complete_task", "id": examples.TASK["id"]},
            ],
        }
    )

    mode: Literal["atomic", "each"] = Field(
        default="atomic", description="All of them or, if one cannot be done, none; or each that can be done."
    )
    operations: Annotated[list[Operation], Field(min_length=1, max_length=OPERATIONS_PER_BATCH)]
