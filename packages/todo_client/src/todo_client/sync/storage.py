"""Where a copy of one user's things is kept, and what that user has written and not yet sent."""

from collections.abc import Collection, Sequence
from typing import Protocol
from uuid import UUID

from todo_client.sync.changed import Changed, Kind
from todo_client.sync.write import Bundle, Conflict, Write


class Storage(Protocol):
    """One user's, and used by one sync at a time.

    Each method is one transaction: it is done wholly and for good, or not at all. What is kept are documents:
    `model_dump_json` and `model_validate_json` take them out and in. What a method raises ends the sync.
    """

    async def cursor(self) -> str | None:
        """How far the feed has been read."""

    async def find(self, kind: Kind, thing_id: UUID, /) -> Changed | None: ...

    async def all(self, kind: Kind, /) -> Sequence[Changed]: ...

    async def apply(self, items: Sequence[Changed], cursor: str, /) -> None:
        """Put these in place of what is there of the same kind and id, remove those without data, move the cursor."""

    async def replace(self, items: Sequence[Changed], cursor: str, /) -> None:
        """Put these in place of all that is there. What was written and not sent stays."""

    async def writes(self) -> Sequence[Write]:
        """What is to be sent, in the order in which it came."""

    async def add(self, write: Write, /) -> None:
        """Put it at the end."""

    async def bundle(self) -> Bundle | None:
        """What is being sent."""

    async def begin(self, bundle: Bundle, /) -> None:
        """From now on this is being sent."""

    async def settle(self, settled: Collection[UUID], conflicts: Sequence[Conflict], /) -> None:
        """Nothing is being sent any more: remove these writes, keep these conflicts."""

    async def conflicts(self) -> Sequence[Conflict]: ...

    async def dismiss(self, conflict_id: UUID, /) -> None:
        """Remove a conflict, if it is there."""
