"""A device with the Python client."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import UUID

import httpx2
from pydantic import TypeAdapter

from convergence.devices import Belief, Place
from convergence.journal import Journal, thing_id
from convergence.plans import Operation
from python_client.syncing import things_in
from todo_client import TodoClient
from todo_client.models import Operations
from todo_client.sync import Changed, Kind, MemoryStorage, Pace, Sync

_OPERATION: TypeAdapter[Operations] = TypeAdapter(Operations)
_PACE = Pace(first_pause=0.05, longest_pause=0.5)


class PythonDevice:
    def __init__(self, name: str, journal: Journal, sync: Sync, storage: "_Watched") -> None:
        self.name = name
        self.journal = journal
        self._sync = sync
        self._storage = storage

    async def enqueue(self, operation: Operation) -> None:
        self.journal.enqueued.append(operation)
        await self._sync.writes.put(_OPERATION.validate_json(json.dumps(operation)))

    async def place(self) -> Place:
        return Place(len(await self._sync.writes.pending()), await self._storage.cursor())

    async def belief(self) -> Belief:
        refused = [
            conflict.operation.model_dump(mode="json", exclude_unset=True)
            for conflict in await self._sync.writes.conflicts()
        ]
        conflicts = [(operation["op"], thing_id(operation)) for operation in refused]
        return Belief(await things_in(self._storage), conflicts, self._storage.steps_back)


@asynccontextmanager
async def python_device(url: str, token: str, name: str) -> AsyncIterator[PythonDevice]:
    journal, storage = Journal(), _Watched()
    async with (
        TodoClient(url, token, timeout=5, client_name=name, transport=_Overheard(journal)) as client,
        client.sync(storage, pace=_PACE) as sync,
    ):
        yield PythonDevice(name, journal, sync, storage)


class _Overheard(httpx2.AsyncHTTPTransport):
    """Notes what batches are answered."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(request)
        self._journal.statuses[response.status_code] += 1
        if request.url.path == "/v1/batch" and response.is_success:
            answer, asked = json.loads(await response.aread()), json.loads(request.content)
            self._journal.answered(request.headers["Idempotency-Key"], asked["operations"], answer["results"])
        return response


class _Watched(MemoryStorage):
    """Notes what goes backwards: no thing ever does; and changes, unlike what is loaded, come in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.steps_back: list[str] = []
        self._loads = False
        self._highest = 0
        self._versions: dict[tuple[Kind, UUID], int] = {}

    async def apply(self, items: Sequence[Changed], cursor: str, /) -> None:
        for item in items:
            place = item.kind, item.id
            before = max(self._highest, self._versions.get(place, 0))
            if item.version < before:
                self.steps_back.append(f"{item.kind}/{item.id} came as {item.version} after {before}")
            self._versions[place] = item.version
            self._highest = 0 if self._loads else item.version
        await super().apply(items, cursor)

    async def replace(self, items: Sequence[Changed], cursor: str, /) -> None:
        self._loads, self._highest = True, 0
        await super().replace(items, cursor)
        self._loads = False
