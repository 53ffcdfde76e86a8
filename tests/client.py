"""A user of the API, as the tests see one: HTTP, a token, and shorthands for making things."""

from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

import httpx2
from pydantic import BaseModel

from todo_api.problems import FAULTS, Problem
from todo_domain import AccountRead, LabelRead, ProjectRead, SectionRead, TaskRead
from todo_domain.schemas import TaskPage

type Row = ProjectRead | SectionRead | LabelRead | TaskRead

CODES = {fault.code for fault in FAULTS}


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

    async def now[R: Row](self, row: R) -> R:
        """The row as it is now."""
        return _read(type(row), await self.get(address(row)), 200)

    async def nested(self, depth: int, **fields: Any) -> list[TaskRead]:
        """A task, its subtask, the subtask's subtask: so many generations, titled 1, 2, 3 …; `fields` for the first."""
        line = [await self.create_task(**{"title": "1"} | fields)]
        while len(line) < depth:
            line.append(await self.create_task(title=str(len(line) + 1), parent_id=str(line[-1].id)))
        return line

    async def complete(self, task: TaskRead) -> TaskRead:
        return _read(TaskRead, await self.put(f"/v1/tasks/{task.id}/completion"), 200)

    async def reopen(self, task: TaskRead) -> TaskRead:
        return _read(TaskRead, await self.delete(f"/v1/tasks/{task.id}/completion"), 200)

    async def move(self, task: TaskRead, **place: UUID) -> TaskRead:
        body = {name: str(entity_id) for name, entity_id in place.items()}
        return _read(TaskRead, await self.put(f"/v1/tasks/{task.id}/position", json=body), 200)

    async def place(self, row: Row, **place: UUID) -> httpx2.Response:
        """Ask for another place in the order."""
        body = {name: str(entity_id) for name, entity_id in place.items()}
        return await self.put(f"{address(row)}/position", json=body)

    async def trash(self, thing: TaskRead | ProjectRead) -> None:
        response = await self.delete(address(thing))
        assert response.status_code == 204, response.text

    async def restore(self, task: TaskRead) -> TaskRead:
        return _read(TaskRead, await self.put(f"/v1/tasks/{task.id}/restoration"), 200)

    async def tasks(self, **query: Any) -> list[TaskRead]:
        """One page of the list."""
        return _read(TaskPage, await self.get("/v1/tasks", params=query), 200).items

    async def projects(self) -> list[ProjectRead]:
        items = (await self.get("/v1/projects")).json()["items"]
        return [ProjectRead.model_validate(item) for item in items]

    async def labels(self) -> dict[str, LabelRead]:
        """The labels in their order, by name."""
        items = (await self.get("/v1/labels")).json()["items"]
        return {item["name"]: LabelRead.model_validate(item) for item in items}

    async def titles(self, **query: Any) -> list[str]:
        return [task.title for task in await self.tasks(**query)]


def address(row: Row) -> str:
    kind = type(row).__name__.removesuffix("Read").lower()
    return f"/v1/{kind}s/{row.id}"


def if_match(row: AccountRead | Row) -> dict[str, str]:
    """Headers that allow a write only while the row is as it was read."""
    return {"If-Match": f'"{row.version}"'}


def problem_of(response: httpx2.Response) -> Problem:
    """The problem (RFC 9457) in a response that has to be one."""
    assert response.headers["content-type"] == "application/problem+json", response.text
    problem = Problem.model_validate_json(response.content)
    assert (problem.status, problem.title) == (response.status_code, HTTPStatus(response.status_code).phrase)
    assert problem.code in CODES
    return problem


def refusal(response: httpx2.Response) -> tuple[int, str]:
    """The status of a problem and its code."""
    problem = problem_of(response)
    return problem.status, problem.code


def _read[Document: BaseModel](schema: type[Document], response: httpx2.Response, status: int) -> Document:
    assert response.status_code == status, response.text
    return schema.model_validate_json(response.content)
