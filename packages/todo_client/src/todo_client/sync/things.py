"""One user's things, as they were when the feed last told of them."""

from uuid import UUID

from todo_client.models import AccountRead, LabelRead, ProjectRead, SectionRead, TaskRead
from todo_client.sync.changed import Changed, Kind
from todo_client.sync.storage import Storage

type Thing = AccountRead | ProjectRead | SectionRead | LabelRead | TaskRead


class Things[Read: Thing]:
    """All of one kind, what is in the trash among them."""

    def __init__(self, storage: Storage, kind: Kind, model: type[Read]) -> None:
        self._storage = storage
        self._kind: Kind = kind
        self._model = model

    async def get(self, thing_id: UUID, /) -> Read | None:
        """One; None if there is none, or none yet."""
        found = await self._storage.find(self._kind, thing_id)
        return None if found is None else self._data(found)

    async def all(self) -> list[Read]:
        """In no order: sort by `position`, or by what is to be shown."""
        return [self._data(found) for found in await self._storage.all(self._kind)]

    def _data(self, found: Changed) -> Read:
        if not isinstance(found.data, self._model):
            raise TypeError(f"The storage has something else for a {self._kind}.")
        return found.data
