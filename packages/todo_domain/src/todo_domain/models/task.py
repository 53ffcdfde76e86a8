"""Tasks."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, DateTime, Index, SmallInteger, Text, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from todo_domain.due import Due, due_from_columns
from todo_domain.models.base import OwnedEntity, ordered
from todo_domain.models.columns import PriorityRank, length_check, owner, within
from todo_domain.types import LABELS_PER_TASK, MAX_DEPTH, Notes, Priority, Status, Title

_LIVE = text("deleted_at IS NULL")


class Task(OwnedEntity, table=True):
    """A task or a subtask.

    Its due date is kept in three columns that only mean something together; read them through `due`.
    """

    __tablename__: ClassVar[str] = "task"
    __table_args__: ClassVar[tuple[Any, ...]] = (
        owner(),
        within("project", "project_id"),
        within("section", "section_id"),
        within("task", "parent_id"),
        length_check("title", Title),
        length_check("notes", Notes),
        CheckConstraint(f"priority BETWEEN 0 AND {len(Priority) - 1}", name="priority_rank"),
        CheckConstraint(f"depth BETWEEN 1 AND {MAX_DEPTH}", name="depth"),
        CheckConstraint(f"cardinality(labels) <= {LABELS_PER_TASK}", name="labels_count"),
        CheckConstraint("duration_minutes > 0", name="duration_positive"),
        CheckConstraint(
            "(due_kind IS NULL) = (due_at IS NULL)"
            " AND (due_timezone IS NOT NULL) = (due_kind IS NOT DISTINCT FROM 'zoned')"
            " AND coalesce(due_kind IN ('date', 'floating', 'zoned'), true)",
            name="due_kind",
        ),
        Index(None, "user_id", "position", "id"),
        Index(None, "user_id", "project_id", "position", "id"),
        Index(None, "user_id", "section_id", "position", "id", postgresql_where=text("section_id IS NOT NULL")),
        Index(None, "user_id", "parent_id", "position", "id", postgresql_where=text("parent_id IS NOT NULL")),
        Index("ix_task_due", "user_id", text("coalesce(due_at, 'infinity'::timestamp)"), "id", postgresql_where=_LIVE),
        Index(None, "user_id", "priority", "id", postgresql_where=_LIVE),
        Index(None, "user_id", "created_at", "id", postgresql_where=_LIVE),
        Index(None, "user_id", "deleted_at", "id", postgresql_where=text("deleted_at IS NOT NULL")),
    )

    project_id: UUID = Field(sa_type=Uuid)
    section_id: UUID | None = Field(sa_type=Uuid)
    parent_id: UUID | None = Field(sa_type=Uuid)
    depth: int = Field(sa_type=SmallInteger)
    position: str = ordered()
    title: str = Field(sa_type=Text)
    notes: str = Field(sa_type=Text)
    priority: Priority = Field(sa_type=PriorityRank)
    labels: list[str] = Field(sa_type=ARRAY(Text))
    due_kind: str | None = Field(sa_type=Text)
    due_at: datetime | None = Field(sa_type=DateTime(timezone=False))
    due_timezone: str | None = Field(sa_type=Text)
    start_date: date | None = Field(sa_type=Date)
    deadline_date: date | None = Field(sa_type=Date)
    duration_minutes: int | None
    completed_at: datetime | None = Field(sa_type=DateTime(timezone=True))
    deleted_at: datetime | None = Field(sa_type=DateTime(timezone=True))

    @property
    def due(self) -> Due | None:
        return due_from_columns(self.due_kind, self.due_at, self.due_timezone)

    @property
    def status(self) -> Status:
        return Status.OPEN if self.completed_at is None else Status.COMPLETED
