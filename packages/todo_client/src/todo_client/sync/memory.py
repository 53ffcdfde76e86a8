"""A storage that lasts as long as the process."""

from collections.abc import Collection, Sequence
from uuid import UUID

from todo_client.sync.changed import Changed, Kind
from todo_client.sync.write import Bundle, Conflict, Write


class MemoryStorage:
    """Nothing in it waits, so that each method is done before anybody else can look."""

    def __init__(self) -> None:
        self._cursor: str | None = None
        self._things: dict[tuple[Kind, UUID], Changed] = {}
        self._writes: dict[UUID, Write] = {}
        self._bundle: Bundle | None = None
        self._conflicts: dict[UUID, Conflict] = {}

    async def cursor(self) -> str | None:
        return self._cursor

    async def find(self, kind: Kind, thing_id: UUID, /) -> Changed | None:
        return self._things.get((kind, thing_id))

    async def all(self, kind: Kind, /) -> Sequence[Changed]:
        return [thing for (its_kind, _), thing in self._things.items() if its_kind == kind]

    async def apply(self, items: Sequence[Changed], cursor: str, /) -> None:
        for item in items:
            if item.data is None:
                self._things.pop((item.kind, item.id), None)
            else:
                self._things[item.kind, item.id] = item
        self._cursor = cursor

    async def replace(self, items: Sequence[Changed], cursor: str, /) -> None:
        self._things = {}
        await self.apply(items, cursor)

    async def writes(self) -> Sequence[Write]:
        return list(self._writes.values())

    async def add(self, write: Write, /) -> None:
        self._writes[write.id] = write

    async def bundle(self) -> Bundle | None:
        return self._bundle

    async def begin(self, bundle: Bundle, /) -> None:
        self._bundle = bundle

    async def settle(self, settled: Collection[UUID], conflicts: Sequence[Conflict], /) -> None:
        self._bundle = None
        for write_id in settled:
            self._writes.pop(write_id, None)
        self._conflicts |= {conflict.id: conflict for conflict in conflicts}

    async def conflicts(self) -> Sequence[Conflict]:
        return list(self._conflicts.values())

    async def dismiss(self, conflict_id: UUID, /) -> None:
        self._conflicts.pop(conflict_id, None)
