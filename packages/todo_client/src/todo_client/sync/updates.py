"""Being told that something has changed."""

import asyncio
from collections.abc import Iterable
from typing import Self
from uuid import UUID
from weakref import WeakSet

from todo_client.sync.changed import Kind

type Place = tuple[Kind, UUID]


class Updates:
    """For `async for`: the kinds and ids of what has changed since the turn before; a first turn comes at once.

    However much happens while nobody asks, it is one turn. A turn without any is about the status, the writes that
    wait, or conflicts. It ends with the sync.
    """

    def __init__(self) -> None:
        self._changed: set[Place] = set()
        self._is_ended = False
        self._rings = asyncio.Event()
        self._rings.set()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> frozenset[Place]:
        await self._rings.wait()
        if self._is_ended:
            raise StopAsyncIteration
        changed = frozenset(self._changed)
        self._changed.clear()
        self._rings.clear()
        return changed

    def ring(self, changed: Iterable[Place]) -> None:
        self._changed.update(changed)
        self._rings.set()

    def end(self) -> None:
        self._is_ended = True
        self._rings.set()


class Bell:
    """Tells everybody who still listens."""

    def __init__(self) -> None:
        self._listeners: WeakSet[Updates] = WeakSet()
        self._is_ended = False

    def listen(self) -> Updates:
        updates = Updates()
        self._listeners.add(updates)
        if self._is_ended:
            updates.end()
        return updates

    def ring(self, changed: Iterable[Place] = ()) -> None:
        changed = frozenset(changed)
        for listener in list(self._listeners):
            listener.ring(changed)

    def end(self) -> None:
        self._is_ended = True
        for listener in list(self._listeners):
            listener.end()
