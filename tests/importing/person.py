"""Somebody whose account files are imported into, and who looks at it through the export."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from pydantic import TypeAdapter

from todo_api.database import Database
from todo_api.importing import ImportService, Report, read_contents
from todo_api.services.account import AccountService
from todo_api.services.labels import LabelService
from todo_api.services.projects import ProjectService
from todo_api.services.scope import UserScope
from todo_api.services.sections import SectionService
from todo_api.services.tasks import TaskService
from todo_domain import (
    AccountRead,
    ExportLine,
    LabelCreate,
    LabelRead,
    ProjectCreate,
    ProjectRead,
    SectionCreate,
    SectionRead,
    TaskCreate,
    TaskRead,
)
from todo_domain.caps import CAPS, Caps
from todo_domain.schemas import Output

LINE: TypeAdapter[Any] = TypeAdapter(ExportLine)


class Person:
    def __init__(self, database: Database, name: str, caps: Caps = CAPS) -> None:
        self.user_id = f"{name}-{uuid4()}"
        self.scope = UserScope(database, self.user_id, datetime.now(UTC), caps=caps)
        self.accounts = AccountService(self.scope)
        self.projects = ProjectService(self.scope)
        self.sections = SectionService(self.scope)
        self.labels = LabelService(self.scope)
        self.tasks = TaskService(self.scope)

    async def take(
        self,
        text: str,
        *,
        stem: str = "Garden",
        project: str | None = None,
        **options: Any,
    ) -> Report:
        """Import a file of this text."""
        contents = read_contents(text.encode(), stem, project)
        return await ImportService(self.scope).run(contents, **options)

    async def export(self) -> str:
        return b"".join([line async for line in self.accounts.export()]).decode()

    async def everything(self) -> list[Output]:
        return [LINE.validate_json(line).data for line in (await self.export()).split("\n") if line]

    async def all_of[Read: Output](self, read: type[Read]) -> list[Read]:
        return [row for row in await self.everything() if isinstance(row, read)]

    async def account(self) -> AccountRead:
        (account,) = await self.all_of(AccountRead)
        return account

    async def tasks_by_title(self) -> dict[str, TaskRead]:
        return {task.title: task for task in await self.all_of(TaskRead)}

    async def project(self, name: str) -> ProjectRead:
        (project,) = [project for project in await self.all_of(ProjectRead) if project.name == name]
        return project

    async def make_task(self, title: str, **fields: Any) -> UUID:
        body = (await self.tasks.create(TaskCreate(title=title, **fields), None)).body
        return TaskRead.model_validate_json(body).id

    async def make_project(self, name: str, **fields: Any) -> UUID:
        body = (await self.projects.create(ProjectCreate(name=name, **fields), None)).body
        return ProjectRead.model_validate_json(body).id

    async def make_section(self, name: str, project_id: UUID) -> UUID:
        body = (await self.sections.create(SectionCreate(name=name, project_id=project_id), None)).body
        return SectionRead.model_validate_json(body).id

    async def make_label(self, name: str, **fields: Any) -> UUID:
        body = (await self.labels.create(LabelCreate(name=name, **fields), None)).body
        return LabelRead.model_validate_json(body).id
