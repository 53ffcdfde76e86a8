"""What the account already has of a file, and of what the file's rows refer to."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, TypeAdapter

from todo_api.importing.rows import Contents
from todo_api.services.work import Work
from todo_api.sql.importing import FIND_ACCOUNT, FIND_LABELS, FIND_PROJECTS, FIND_SECTIONS, FIND_TASKS
from todo_api.sql.statement import Statement
from todo_domain import new_id
from todo_domain.types import label_key

BATCH = 500
"""How many rows one statement is given, so that none of them comes near the database's time limit."""


class ProjectPlace(BaseModel):
    id: UUID
    name: str
    deleted_at: datetime | None


class SectionPlace(BaseModel):
    id: UUID
    project_id: UUID


class KnownLabel(BaseModel):
    id: UUID
    name: str
    key: str


class TaskPlace(BaseModel):
    id: UUID
    project_id: UUID
    section_id: UUID | None
    depth: int
    trashed: bool


@dataclass(frozen=True, slots=True)
class Existing:
    """The account's own rows. `inbox_id` is made up while there is no account (`version` is None)."""

    version: int | None
    inbox_id: UUID
    empty: bool
    """Nothing but the inbox."""
    projects: dict[UUID, ProjectPlace] = field(default_factory=dict)
    sections: dict[UUID, SectionPlace] = field(default_factory=dict)
    labels: dict[UUID, KnownLabel] = field(default_factory=dict)
    tasks: dict[UUID, TaskPlace] = field(default_factory=dict)


async def find_existing(work: Work, contents: Contents) -> Existing:
    account = await work.row(FIND_ACCOUNT)
    if account["version"] is None:
        inbox = ProjectPlace(id=new_id(), name="Inbox", deleted_at=None)
        return Existing(None, inbox.id, empty=True, projects={inbox.id: inbox})
    tasks, sections = contents.tasks, contents.sections
    projects = {row.id for row in contents.projects} | {row.project_id for row in sections}
    projects |= {row.project_id for row in tasks}
    keys = {label_key(name) for row in tasks for name in row.labels} | {row.key for row in contents.labels}
    names = [row.name for row in contents.projects] if contents.by_name else []
    return Existing(
        version=account["version"],
        inbox_id=account["inbox_id"],
        empty=account["empty"],
        projects=await _find(work, FIND_PROJECTS, ProjectPlace, projects, names=names),
        sections=await _find(
            work, FIND_SECTIONS, SectionPlace, {row.id for row in sections} | {row.section_id for row in tasks}
        ),
        labels=await _find(work, FIND_LABELS, KnownLabel, {row.id for row in contents.labels}, keys=sorted(keys)),
        tasks=await _find(work, FIND_TASKS, TaskPlace, {row.id for row in tasks} | {row.parent_id for row in tasks}),
    )


async def _find[Found: ProjectPlace | SectionPlace | KnownLabel | TaskPlace](
    work: Work, statement: Statement, found: type[Found], ids: set[UUID | None] | set[UUID], **values: Any
) -> dict[UUID, Found]:
    documents: TypeAdapter[list[Found]] = TypeAdapter(list[found])  # type: ignore[valid-type]  # a list of what is asked for
    row = await work.row(statement, ids=[row_id for row_id in ids if row_id is not None], **values)
    return {document.id: document for document in documents.validate_json(row["found"])}
