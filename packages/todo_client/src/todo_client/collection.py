"""What tasks, projects, sections and labels have in common."""

from typing import Unpack
from uuid import UUID

from pydantic import MISSING

from todo_client.call import Call
from todo_client.connection import Connection
from todo_client.document import Document
from todo_client.ids import new_id
from todo_client.models import LabelCreate, ProjectCreate, SectionCreate, TaskCreate
from todo_client.versioned import Versioned
from todo_client.writing import WriteOptions, conditions

type New = LabelCreate | ProjectCreate | SectionCreate | TaskCreate


class Collection[Read: Document, Create: New, Update: Document, Move: Document]:
    """One user's things of a kind."""

    path: str
    kind: type[Read]

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def create(self, new: Create, **options: Unpack[WriteOptions]) -> Versioned[Read]:
        """Make one. It gets an id here if it has none, so that a create that is sent twice still makes one thing.

        The version that it may be bound to is the account's.
        """
        body = new.model_copy(update={"id": new_id()}) if new.id is MISSING else new
        return await self._write("POST", self.path, body, **options)

    async def get(self, entity_id: UUID, /, *, known: Versioned[Read] | None = None) -> Versioned[Read]:
        """One as it is now; `known` itself if it has not changed since it was read."""
        etag = None if known is None else known.etag
        call = Call(method="GET", path=self._address(entity_id), if_none_match=etag)
        return await self._connection.read(self.kind.model_validate_json, call, known)

    async def update(self, entity_id: UUID, update: Update, /, **options: Unpack[WriteOptions]) -> Versioned[Read]:
        """Change what the update has, leave what it has not."""
        return await self._write("PATCH", self._address(entity_id), update, **options)

    async def move(self, entity_id: UUID, move: Move, /, **options: Unpack[WriteOptions]) -> Versioned[Read]:
        """Put it in another place."""
        return await self._write("PUT", f"{self._address(entity_id)}/position", move, **options)

    async def _write(
        self, method: str, path: str, body: Document | None = None, **options: Unpack[WriteOptions]
    ) -> Versioned[Read]:
        call = Call(method=method, path=path, body=body, **conditions(options))
        return await self._connection.read(self.kind.model_validate_json, call)

    async def _remove(self, entity_id: UUID, **options: Unpack[WriteOptions]) -> int | None:
        return await self._connection.remove(self._address(entity_id), **options)

    def _address(self, entity_id: UUID) -> str:
        return f"{self.path}/{entity_id}"
