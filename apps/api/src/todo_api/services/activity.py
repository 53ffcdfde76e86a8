"""One user's activity."""

import json
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from todo_api.cursor import Cursor
from todo_api.queries import ActivityQuery
from todo_api.services.scope import UserScope
from todo_api.sql.activity import list_activity
from todo_domain.activity import field_changes
from todo_domain.errors import TaskNotFound
from todo_domain.types import Kind, Version

_KEY: TypeAdapter[tuple[int, str]] = TypeAdapter(tuple[Version, Kind])
"""What a page is sorted by, before the id: the change, and the kind of thing that it touched."""


class ActivityService:
    """No method can reach anybody else's activity."""

    def __init__(self, scope: UserScope) -> None:
        self.scope = scope

    async def list(self, query: ActivityQuery) -> bytes:
        """A page of all that happened, as JSON."""
        return await self._page(query, None)

    async def list_of_task(self, task_id: UUID, query: ActivityQuery) -> bytes:
        """A page of what happened to one task.

        Raises:
            TaskNotFound: there is no such task, not even in the trash, whatever there once was.
        """
        return await self._page(query, task_id)

    async def _page(self, query: ActivityQuery, task_id: UUID | None) -> bytes:
        """Raise InvalidCursor for a cursor that this list did not give out."""
        cursor = Cursor.bound_to(self.scope.user_id, {"list": "activity", "of": task_id})
        values: dict[str, Any] = {"limit": query.limit}
        if task_id is not None:
            values["id"] = task_id
        if query.cursor is not None:
            (values["after_version"], values["after_kind"]), values["after_id"] = cursor.decode(query.cursor, _KEY)
        statement = list_activity(of_task=task_id is not None, after=query.cursor is not None)
        row = await self.scope.read(statement, **values)
        if not row["found"]:
            raise TaskNotFound
        following = None
        if row["more"]:
            following = cursor.encode((row["last_version"], row["last_entity"]), row["last_entity_id"], _KEY)
        items = [_item(**item) for item in json.loads(row["items"])]
        return json.dumps({"items": items, "next_cursor": following}, ensure_ascii=False).encode()


def _item(*, before: dict[str, Any] | None, after: dict[str, Any] | None, **item: Any) -> dict[str, Any]:
    """The log's row as a document: what PostgreSQL wrote stays as it is, columns become fields."""
    return {**item, "fields": [change.model_dump() for change in field_changes(item["kind"], before, after)]}
