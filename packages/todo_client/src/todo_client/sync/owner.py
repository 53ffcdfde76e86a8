"""Whose storage it is."""

import asyncio
from collections.abc import Sequence

from todo_client.errors import TodoError
from todo_client.models import AccountRead
from todo_client.sync.changed import Changed
from todo_client.sync.storage import Storage


class ForeignStorage(TodoError):
    """It is left as it is, and nothing of it was sent: to go on, use another one."""

    def __init__(self) -> None:
        super().__init__("This storage belongs to another user.")


class Owner:
    """Knows whether the storage is of the user whose token it is.

    A cursor is good for one user only, so whoever may read on after it is the one. Otherwise the account tells: it is
    the first thing of everything there is, and stored with the first cursor.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._seen: set[str] = set()
        self.is_here = asyncio.Event()
        """Before that, nothing may be sent."""

    async def check(self, items: Sequence[Changed]) -> None:
        """Look whether this is still the same account.

        Raises:
            ForeignStorage: it is not.
        """
        told = _users(items)
        if told:
            stored = _users(await self._storage.all("account"))
            if (stored | self._seen) - told:
                raise ForeignStorage
            self._seen |= told
            if stored:
                self.is_here.set()


def _users(things: Sequence[Changed]) -> set[str]:
    return {thing.data.user_id for thing in things if isinstance(thing.data, AccountRead)}
