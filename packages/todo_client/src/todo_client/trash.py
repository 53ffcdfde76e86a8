"""The trash: what is deleted from here is gone."""

from typing import Unpack
from uuid import UUID

from todo_client.connection import Connection
from todo_client.writing import WriteOptions


class Trash:
    path = "/v1/trash"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def purge(self, task_id: UUID, /, **options: Unpack[WriteOptions]) -> int | None:
        """Delete a task that is in the trash for good, with its subtasks."""
        return await self._connection.remove(f"{self.path}/{task_id}", **options)

    async def empty(self, **options: Unpack[WriteOptions]) -> int | None:
        """Delete everything in the trash for good. The version that this may be bound to is the account's."""
        return await self._connection.remove(self.path, **options)
