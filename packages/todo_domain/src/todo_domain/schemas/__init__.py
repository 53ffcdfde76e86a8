"""What goes in and what comes out."""

from todo_domain.schemas.account import AccountRead, AccountUpdate
from todo_domain.schemas.base import Create, Input, Output, Page, Place
from todo_domain.schemas.batch import Batch, Operation
from todo_domain.schemas.export import AccountLine, ExportLine, LabelLine, ProjectLine, SectionLine, TaskLine
from todo_domain.schemas.feed import (
    AccountChanged,
    Changed,
    Changes,
    LabelChanged,
    ProjectChanged,
    SectionChanged,
    TaskChanged,
)
from todo_domain.schemas.label import LabelCreate, LabelPage, LabelRead, LabelUpdate
from todo_domain.schemas.project import ProjectCreate, ProjectPage, ProjectRead, ProjectUpdate
from todo_domain.schemas.section import SectionCreate, SectionPage, SectionRead, SectionUpdate
from todo_domain.schemas.task import TaskCreate, TaskMove, TaskPage, TaskRead, TaskUpdate

__all__ = [
    "AccountChanged",
    "AccountLine",
    "AccountRead",
    "AccountUpdate",
    "Batch",
    "Changed",
    "Changes",
    "Create",
    "ExportLine",
    "Input",
    "LabelChanged",
    "LabelCreate",
    "LabelLine",
    "LabelPage",
    "LabelRead",
    "LabelUpdate",
    "Operation",
    "Output",
    "Page",
    "Place",
    "ProjectChanged",
    "ProjectCreate",
    "ProjectLine",
    "ProjectPage",
    "ProjectRead",
    "ProjectUpdate",
    "SectionChanged",
    "SectionCreate",
    "SectionLine",
    "SectionPage",
    "SectionRead",
    "SectionUpdate",
    "TaskChanged",
    "TaskCreate",
    "TaskLine",
    "TaskMove",
    "TaskPage",
    "TaskRead",
    "TaskUpdate",
]
