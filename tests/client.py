"""A user of the API, as the tests see one: HTTP, a token, and shorthands for making things."""

from typing import Any
from uuid import UUID, uuid4

import httpx2
from pydantic import BaseModel

from todo_domain import AccountRead, LabelRead, ProjectRead, SectionRead, TaskRead
from todo_domain.schemas import TaskPage


class Client:
    """Speaks HTTP as one user; what it makes is validated against the read schemas."""

    def __init__(self, http: httpx2.AsyncClient, user_id: str) -> None:
        self.http = http
        self.user_id = user_id

    async def request(self, method: str, path: str, **options: Any) -> httpx2.Response:
        return await self.http.request(method, path, **options)

    async def get(self, path: str, **options: Any) -> httpx2.Response:
        return await self.http.get(path, **options)

    async def post(self, path: str, **options: Any) -> httpx2.Response:
        return await self.http.post(path, **options)

    async def patch(self, path: str, **options: Any) -> httpx2.Response:
        return await self.http.patch(path, **options)

    async def put(self, path: str, **options: Any) -> httpx2.Response:
        return await self.http.put(path, **options)

    async def delete(self, path: str, **options: Any) -> httpx2.Response:
        return await self.http.delete(path, **options)

    async def account(self) -> AccountRead:
        return _read(AccountRead, await self.get("/v1/account"), 200)

    async def create_task(self, **fields: Any) -> TaskRead:
        return _read(TaskRead, await self.post("/v1/tasks", json={"title": "Water the tomatoes"} | fields), 201)

    async def create_project(self, **fields: Any) -> ProjectRead:
        return _read(ProjectRead, await self.post("/v1/projects", json={"name": "Garden"} | fields), 201)

    async def create_section(self, project: ProjectRead, **fields: Any) -> SectionRead:
        body = {"project_id": str(project.id), "name": "Vegetables"} | fields
        return _read(SectionRead, await self.post("/v1/sections", json=body), 201)

    async def create_label(self, **fields: Any) -> LabelRead:
        return _read(LabelRead, await self.post("/v1/labels", json={"name": f"label {uuid4()}"} | fields), 201)

    async def task(self, task: TaskRead) -> TaskRead:
        """The task as it is now."""
        return _read(TaskRead, await self.get(f"/v1/tasks/{task.id}"), 200)

    async def now[Row: (ProjectRead, SectionRead, LabelRead, TaskRead)](self, row: Row) -> Row:
        """The row as it is now."""
        return _read(type(row), await self.get(address(row)), 200)

    async def complete(self, task: TaskRead) -> TaskRead:
        return _read(TaskRead, await self.put(f"/v1/tasks/{task.id}/completion"), 200)

    async def reopen(self, task: TaskRead) -> TaskRead:
        return _read(TaskRead, await self.delete(f"/v1/tasks/{task.id}/completion"), 200)

    async def move(self, task: TaskRead, **place: UUID) -> TaskRead:
        body = {name: str(entity_id) for name, entity_id in place.items()}
        return _read(TaskRead, await self.put(f"/v1/tasks/{task.id}/position", json=body), 200)

    async def trash(self, thing: TaskRead | ProjectRead) -> None:
        kind = "tasks" if isinstance(thing, TaskRead) else "projects"
        response = await self.delete(f"/v1/{kind}/{thing.id}")
        assert response.status_code == 204, response.text

    async def restore(self, task: TaskRead) -> TaskRead:
        return _read(TaskRead, await self.put(f"/v1/tasks/{task.id}/restoration"), 200)

    async def tasks(self, **query: Any) -> list[TaskRead]:
        """One page of the list."""
        return _read(TaskPage, await self.get("/v1/tasks", params=query), 200).items

    async def titles(self, **query: Any) -> list[str]:
        return [task.title for task in await self.tasks(**query)]


def address(row: ProjectRead | SectionRead | LabelRead | TaskRead) -> str:
    kind = type(row).__name__.removesuffix("Read").lower()
    return f"/v1/{kind}s/{row.id}"


def if_match(row: AccountRead | ProjectRead | SectionRead | LabelRead | TaskRead) -> dict[str, str]:
    """Headers that allow a write only while the row is as it was read."""
    return {"If-Match": f'"{row.version}"'}


def refusal(response: httpx2.Response) -> tuple[int, str]:
    """The status of a problem (RFC 9457) and its code."""
    assert response.headers["content-type"] == "application/problem+json", response.text
    problem = response.json()
    assert problem["status"] == response.status_code
    return response.status_code, problem["code"]


def _read[Document: BaseModel](schema: type[Document], response: httpx2.Response, status: int) -> Document:
    assert response.status_code == status, response.text
    return schema.model_validate_json(response.content)
