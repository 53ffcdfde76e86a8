"""A user of the API, as the tests see one: HTTP, a token, and shorthands for making things."""

from typing import Any
from uuid import uuid4

import httpx2
from pydantic import BaseModel

from todo_domain import AccountRead, LabelRead, ProjectRead, SectionRead, TaskRead


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

    async def tasks(self, **query: Any) -> list[TaskRead]:
        """One page of the list."""
        response = await self.get("/v1/tasks", params=query)
        assert response.status_code == 200, response.text
        return [TaskRead.model_validate(item) for item in response.json()["items"]]

    async def titles(self, **query: Any) -> list[str]:
        return [task.title for task in await self.tasks(**query)]


def _read[Document: BaseModel](schema: type[Document], response: httpx2.Response, status: int) -> Document:
    assert response.status_code == status, response.text
    return schema.model_validate_json(response.content)
