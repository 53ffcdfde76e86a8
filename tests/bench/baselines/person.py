"""A user of the API and of a candidate at the same time, and the tasks that such a user has."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self
from uuid import UUID, uuid4

import httpx2

from client import Client
from running import Api
from todo_domain import TaskRead

INSTANTS = ("created_at", "updated_at", "completed_at", "deleted_at")


@dataclass(frozen=True)
class Person:
    """One user, with the same token at both."""

    at_api: Client
    at_candidate: httpx2.AsyncClient

    @classmethod
    def named(cls, name: str, api: Api, candidate_url: str) -> Self:
        user_id = f"{name}-{uuid4()}"
        headers = {"Authorization": f"Bearer {api.token(user_id)}"}
        http = httpx2.AsyncClient(base_url=candidate_url, headers=headers, trust_env=False, timeout=20)
        return cls(Client(api.http(user_id), user_id), http)

    async def document(self, task_id: UUID | str) -> dict[str, Any]:
        """The task as the API answers it."""
        response = await self.at_api.get(f"/v1/tasks/{task_id}")
        assert response.status_code == 200, response.text
        return as_moments(response.json())

    async def documents(self) -> list[dict[str, Any]]:
        """The first page of the list as the API answers it."""
        response = await self.at_api.get("/v1/tasks", params={"limit": 50})
        return [as_moments(task) for task in response.json()["items"]]

    async def all_kinds_of_tasks(self) -> list[TaskRead]:
        """Tasks with everything that a task can have, a completed one and one that is in the trash."""
        project = await self.at_api.create_project()
        section = await self.at_api.create_section(project)
        create = self.at_api.create_task
        made = [
            await create(due={"kind": "date", "date": "2026-12-24"}, start_date="2026-12-01", priority="urgent"),
            await create(due={"kind": "floating", "datetime": "2026-12-24T18:00:00"}, deadline_date="2026-12-31"),
            await create(
                due={"kind": "zoned", "datetime": "2027-03-28T09:30:15", "timezone": "Europe/Berlin"},
                duration_minutes=45,
                priority="low",
            ),
            await create(
                title="Grüße, 世界 🌍 \"'\\", notes="# Notes\n\n\tand <more> & more \u2028", priority="medium"
            ),
            await create(labels=["errand", 'with "quotes", commas, {braces}', "NULL", "ß"], priority="high"),
            await create(section_id=str(section.id)),
        ]
        made.append(await create(title="below", parent_id=str(made[0].id)))
        made += [await self.at_api.complete(await create(title="done")), trashed := await create(title="not any more")]
        await self.at_api.trash(trashed)
        return made


def as_moments(task: dict[str, Any]) -> dict[str, Any]:
    """The document with its instants as moments in time, to the millisecond: JavaScript's `Date` knows no less."""
    return task | {name: None if task[name] is None else _moment(task[name]) for name in INSTANTS}


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo is not None, f"{text} is no instant"
    return moment.astimezone(UTC).replace(microsecond=moment.microsecond // 1000 * 1000)
