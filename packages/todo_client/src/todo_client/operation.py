"""Provisional."""

from typing import Annotated, Literal

from pydantic import MISSING, Field

from todo_client.document import Document
from todo_client.formats import Id
from todo_client.models import LabelCreate, Problem, ProjectCreate, SectionCreate, TaskCreate, TaskUpdate


class CreateTask(Document):
    op: Literal["create_task"]
    body: TaskCreate


class CreateProject(Document):
    op: Literal["create_project"]
    body: ProjectCreate


class CreateSection(Document):
    op: Literal["create_section"]
    body: SectionCreate


class CreateLabel(Document):
    op: Literal["create_label"]
    body: LabelCreate


class UpdateTask(Document):
    op: Literal["update_task"]
    id: Id
    if_match: int | MISSING = MISSING
    body: TaskUpdate


class CompleteTask(Document):
    op: Literal["complete_task"]
    id: Id
    if_match: int | MISSING = MISSING


type Operation = Annotated[
    CreateTask | CreateProject | CreateSection | CreateLabel | UpdateTask | CompleteTask, Field(discriminator="op")
]


class BatchRequest(Document):
    mode: Literal["atomic", "each"]
    operations: list[Operation]


class BatchResult(Document):
    status: int
    id: Id | None
    version: int | None
    change_id: int | None
    problem: Problem | None


class BatchResults(Document):
    results: list[BatchResult]
