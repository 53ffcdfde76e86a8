"""Tasks."""

from typing import Unpack
from uuid import UUID

from todo_client.collection import Collection
from todo_client.listing import Listing, Pages
from todo_client.models import ActivityPage, ActivityRead, TaskCreate, TaskMove, TaskPage, TaskRead, TaskUpdate
from todo_client.queries import ListTaskActivityQuery, ListTasksQuery
from todo_client.versioned import Versioned
from todo_client.writing import WriteOptions


class Tasks(Collection[TaskRead, TaskCreate, TaskUpdate, TaskMove]):
    path = "/v1/tasks"
    kind = TaskRead

    def list(self, **query: Unpack[ListTasksQuery]) -> Listing[TaskRead]:
        """Everything that is not in the trash, unless the filters say otherwise."""
        return Listing(self._connection, self.path, TaskPage.model_validate_json, query)

    def list_task_activity(self, task_id: UUID, /, **query: Unpack[ListTaskActivityQuery]) -> Pages[ActivityRead]:
        """Who changed what of a task, newest first."""
        path = f"{self._address(task_id)}/activity"
        return Pages(self._connection, path, ActivityPage.model_validate_json, query)

    async def complete(self, task_id: UUID, /, **options: Unpack[WriteOptions]) -> Versioned[TaskRead]:
        """Complete it with its open subtasks; doing it twice is doing it once."""
        return await self._write("PUT", f"{self._address(task_id)}/completion", **options)

    async def reopen(self, task_id: UUID, /, **options: Unpack[WriteOptions]) -> Versioned[TaskRead]:
        """Reopen this one; its subtasks stay completed."""
        return await self._write("DELETE", f"{self._address(task_id)}/completion", **options)

    async def trash(self, task_id: UUID, /, **options: Unpack[WriteOptions]) -> int | None:
        """Put it into the trash with its subtasks."""
        return await self._remove(task_id, **options)

    async def restore(self, task_id: UUID, /, **options: Unpack[WriteOptions]) -> Versioned[TaskRead]:
        """Take it out of the trash with the subtasks that went along."""
        return await self._write("PUT", f"{self._address(task_id)}/restoration", **options)
