"""The trash: what is deleted from here is gone."""

from uuid import UUID

from todo_client.call import Call
from todo_client.connection import Connection
from todo_client.versioned import IfMatch, tag


class Trash:
    path = "/v1/trash"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def purge(self, task_id: UUID, /, *, if_match: IfMatch = None) -> None:
        """Delete a task that is in the trash for good, with its subtasks."""
        await self._remove(f"{self.path}/{task_id}", if_match)

    async def empty(self, *, if_match: IfMatch = None) -> None:
        """Delete everything in the trash for good. The version that this may be bound to is the account's."""
        await self._remove(self.path, if_match)

    async def _remove(self, path: str, if_match: IfMatch) -> None:
        await self._connection.send(Call(method="DELETE", path=path, if_match=tag(if_match), is_removal=True))
