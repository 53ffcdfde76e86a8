"""The queue of writes: sent in order, one request after the other, for as long as it takes."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from http import HTTPStatus
from typing import Never
from uuid import UUID

from todo_client.batch import Batch, Operation
from todo_client.models import BatchResult, Problem
from todo_client.sync.owner import Owner
from todo_client.sync.pace import Pauses
from todo_client.sync.storage import Storage
from todo_client.sync.trouble import Trouble, asked
from todo_client.sync.updates import Bell
from todo_client.sync.write import MOST_WRITES, Bundle, Conflict, Write

_REFUSED = {HTTPStatus.BAD_REQUEST, HTTPStatus.CONTENT_TOO_LARGE, HTTPStatus.UNPROCESSABLE_CONTENT}
"""What is wrong with such a request is wrong with its writes; with any other no, it is the time or the place."""


class Outbox:
    """What is put here is stored before it is sent, and sent until there is an answer.

    A write that the API refuses becomes a conflict, which stays until it is dismissed; the writes behind it go on.
    """

    def __init__(
        self, batch: Batch, storage: Storage, bell: Bell, pauses: Pauses, answered: Callable[[], None]
    ) -> None:
        """`answered` is called when something has been written."""
        self._batch = batch
        self._storage = storage
        self._bell = bell
        self._pauses = pauses
        self._answered = answered
        self._added = asyncio.Event()
        self._most = MOST_WRITES
        self.trouble: Exception | None = None
        """Why the last request did not get through."""

    async def put(self, operation: Operation) -> Write:
        """Have this done. What is created has its id at once: `thing_id`."""
        write = Write.of(operation)
        await self._storage.add(write)
        self._added.set()
        self._bell.ring()
        return write

    async def pending(self) -> Sequence[Write]:
        """What is not known to be done, oldest first."""
        return await self._storage.writes()

    async def conflicts(self) -> Sequence[Conflict]:
        """What was refused, oldest first."""
        return await self._storage.conflicts()

    async def dismiss(self, conflict: Conflict) -> None:
        """The application has dealt with it."""
        await self._storage.dismiss(conflict.id)
        self._bell.ring()

    async def refusals(self) -> AsyncGenerator[Conflict]:
        """Conflicts as they come, those first that nobody has dismissed; it ends with the sync."""
        seen: set[UUID] = set()
        async for _ in self._bell.listen():
            conflicts = await self._storage.conflicts()
            for conflict in conflicts:
                if conflict.id not in seen:
                    yield conflict
            seen = {conflict.id for conflict in conflicts}

    async def run(self, owner: Owner) -> Never:
        """Send what there is, and then what comes, while it is known to be the owner's who sends it."""
        while True:
            await owner.is_here.wait()
            self._added.clear()
            bundle = await self._next()
            if bundle is None:
                await self._added.wait()
            else:
                await self._send(bundle)

    async def _next(self) -> Bundle | None:
        """What was being sent and has no answer yet, or else what is to be sent now."""
        bundle = await self._storage.bundle()
        writes = await self._storage.writes() if bundle is None else ()
        if writes:
            bundle = Bundle.of(writes[: self._most])
            await self._storage.begin(bundle)
        return bundle

    async def _send(self, bundle: Bundle) -> None:
        try:
            answer = await asked(self._batch.send(bundle.body, bundle.key))
        except Trouble as trouble:
            if trouble.problem is not None and trouble.problem.status in _REFUSED:
                await self._divide(bundle, trouble.problem)
            else:
                await self._wait(trouble)
            return
        self._most, self.trouble = MOST_WRITES, None
        results = zip(bundle.write_ids, answer.results, strict=False)  # what has no result is sent again
        problems = {write_id: result.problem for write_id, result in results if _is_final(result)}
        await self._settle(problems)
        self._answered()
        if len(problems) == len(bundle.write_ids):
            self._pauses.reset()
        else:
            await self._pauses.wait()

    async def _wait(self, trouble: Trouble) -> None:
        self.trouble = trouble.reason
        self._bell.ring()
        await self._pauses.wait(trouble.retry_after)

    async def _divide(self, bundle: Bundle, problem: Problem) -> None:
        """Find the write that the request was refused for: by halves, until it is alone."""
        if len(bundle.write_ids) == 1:
            self._most = MOST_WRITES
            await self._settle({bundle.write_ids[0]: problem})
        else:
            self._most = len(bundle.write_ids) // 2
            await self._storage.settle((), ())

    async def _settle(self, problems: dict[UUID, Problem | None]) -> None:
        """Take these writes off the queue; those with a problem become conflicts."""
        conflicts = [
            Conflict.of(write, problem)
            for write in await self._storage.writes()
            if (problem := problems.get(write.id)) is not None
        ]
        await self._storage.settle(problems.keys(), conflicts)
        self._bell.ring()


def _is_final(result: BatchResult) -> bool:
    """Whether this is what has become of the operation; one that only came at a bad time is sent again."""
    return result.status < HTTPStatus.INTERNAL_SERVER_ERROR and result.status != HTTPStatus.TOO_MANY_REQUESTS
