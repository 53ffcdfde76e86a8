"""Tasks as they are sent and read."""

from typing import Self
from uuid import UUID

from pydantic import MISSING, Field, model_validator

from todo_domain.due import Due
from todo_domain.schemas import examples
from todo_domain.schemas.base import Create, Input, Output, Page, Place
from todo_domain.schemas.examples import example, page_of
from todo_domain.types import (
    CalendarDate,
    Instant,
    Labels,
    Minutes,
    Notes,
    Position,
    Priority,
    Reference,
    Status,
    Title,
    Version,
)


class TaskCreate(Create):
    """A new task goes to the end of where it belongs: under a parent, in a section, in a project, or in the inbox."""

    model_config = example(examples.TASK_CREATE)

    title: Title = Field(examples=["Water the tomatoes"])
    notes: Notes = Field(default="", description="Markdown.")
    priority: Priority = Priority.NONE
    due: Due | None = None
    start_date: CalendarDate | None = None
    deadline_date: CalendarDate | None = None
    duration_minutes: Minutes | None = None
    labels: Labels = Field(default=[], description="Labels that do not exist yet are made.", examples=[["errand"]])
    project_id: Reference | None = None
    section_id: Reference | None = None
    parent_id: Reference | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if self.parent_id is not None and (self.project_id is not None or self.section_id is not None):
            raise ValueError("a subtask is where its parent is: leave out project_id and section_id")
        return self


class TaskUpdate(Input):
    model_config = example(examples.TASK_UPDATE)

    title: Title | MISSING = MISSING
    notes: Notes | MISSING = MISSING
    priority: Priority | MISSING = MISSING
    due: Due | MISSING | None = MISSING
    start_date: CalendarDate | MISSING | None = MISSING
    deadline_date: CalendarDate | MISSING | None = MISSING
    duration_minutes: Minutes | MISSING | None = MISSING
    labels: Labels | MISSING = MISSING


class TaskMove(Place):
    """Where a task goes with its subtasks. With none of the three ids it stays in its place and changes its order."""

    model_config = example(examples.TASK_MOVE)

    project_id: Reference | MISSING = Field(default=MISSING, description="To the top level of this project.")
    section_id: Reference | MISSING = Field(default=MISSING, description="To the top level of this section.")
    parent_id: Reference | MISSING = Field(default=MISSING, description="Under this task.")

    @model_validator(mode="after")
    def _one_destination(self) -> Self:
        if sum(given is not MISSING for given in (self.project_id, self.section_id, self.parent_id)) > 1:
            raise ValueError("project_id, section_id and parent_id exclude each other")
        return self


class TaskRead(Output):
    model_config = example(examples.TASK)

    id: UUID
    title: Title
    notes: Notes
    status: Status
    priority: Priority
    due: Due | None
    start_date: CalendarDate | None
    deadline_date: CalendarDate | None
    duration_minutes: Minutes | None
    labels: Labels
    project_id: UUID
    section_id: UUID | None
    parent_id: UUID | None
    position: Position
    version: Version
    created_at: Instant
    updated_at: Instant
    completed_at: Instant | None
    deleted_at: Instant | None


class TaskPage(Page[TaskRead]):
    model_config = page_of(examples.TASK)
