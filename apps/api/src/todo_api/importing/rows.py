"""What a file holds, whatever its format: rows of the tables, each knowing the line that it comes from.

The fields are the tables' columns. A row without a position goes to the end, in the order of the lines; one without
times is made now. Ids and references are the file's own, and a task's labels are names as the file writes them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from todo_api.importing.report import Kind, Refused, Remark

type Progress = Callable[[int, int], None]
"""Told how many steps of how many are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    line: int
    id: UUID
    position: str | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow(Row):
    name: str
    color: str | None = None
    archived: bool = False
    is_inbox: bool = False
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow(Row):
    project_id: UUID
    name: str
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow(Row):
    name: str
    key: str
    color: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow(Row):
    project_id: UUID
    section_id: UUID | None
    parent_id: UUID | None
    depth: int = 1
    title: str
    notes: str
    priority: int
    """Its rank."""
    labels: tuple[str, ...]
    due_kind: str | None
    due_at: datetime | None
    due_timezone: str | None
    start_date: date | None
    deadline_date: date | None
    duration_minutes: int | None
    completed_at: datetime | None = None
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AccountFields:
    """What an account that has nothing in it yet takes over from an export."""

    timezone: str
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True)
class Contents:
    """Everything in a file. With `by_name` its project is the account's live project of that name, if there is one."""

    account: AccountFields | None = None
    inbox_id: UUID | None = None
    by_name: bool = False
    projects: list[ProjectRow] = field(default_factory=list)
    sections: list[SectionRow] = field(default_factory=list)
    labels: list[LabelRow] = field(default_factory=list)
    tasks: list[TaskRow] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def refuse(self, line: int, reason: str, kind: Kind | None = None, row_id: UUID | None = None) -> None:
        self.refused.append(Refused(line, reason, kind, row_id))

    def remark(self, line: int, text: str) -> None:
        self.remarks.append(Remark(line, text))
