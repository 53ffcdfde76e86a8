"""The todo domain: entities, schemas and rules, with no web framework and no database driver behind them."""

from todo_domain.due import DateDue, Due, FloatingDue, ZonedDue
from todo_domain.errors import DomainError
from todo_domain.ids import new_id
from todo_domain.models import METADATA, Account, Change, Label, Project, Section, Task
from todo_domain.schemas import (
    AccountRead,
    AccountUpdate,
    ExportLine,
    LabelCreate,
    LabelRead,
    LabelUpdate,
    ProjectCreate,
    ProjectRead,
    ProjectUpdate,
    SectionCreate,
    SectionRead,
    SectionUpdate,
    TaskCreate,
    TaskMove,
    TaskRead,
    TaskUpdate,
)
from todo_domain.types import Priority, Status

__all__ = [
    "METADATA",
    "Account",
    "AccountRead",
    "AccountUpdate",
    "Change",
    "DateDue",
    "DomainError",
    "Due",
    "ExportLine",
    "FloatingDue",
    "Label",
    "LabelCreate",
    "LabelRead",
    "LabelUpdate",
    "Priority",
    "Project",
    "ProjectCreate",
    "ProjectRead",
    "ProjectUpdate",
    "Section",
    "SectionCreate",
    "SectionRead",
    "SectionUpdate",
    "Status",
    "Task",
    "TaskCreate",
    "TaskMove",
    "TaskRead",
    "TaskUpdate",
    "ZonedDue",
    "new_id",
]
