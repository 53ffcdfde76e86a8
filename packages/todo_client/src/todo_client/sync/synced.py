"""A copy of one user's things that keeps itself up to date."""

import asyncio
from types import TracebackType
from typing import Self

from todo_client.batch import Batch
from todo_client.changes import Changes
from todo_client.models import AccountRead, LabelRead, ProjectRead, SectionRead, TaskRead
from todo_client.sync.feed import Feed, Status
from todo_client.sync.outbox import Outbox
from todo_client.sync.pace import Pace, Pauses
from todo_client.sync.storage import Storage
from todo_client.sync.things import Things
from todo_client.sync.updates import Bell, Updates


class Sync:
    """Use it once, as an asynchronous context manager: inside it, the copy is kept and the writes are sent.

    Nothing that happens to the network or the API ends it. What a storage raises does, and comes out of the context,
    and so does `ForeignStorage`, if the storage turns out to be another user's.
    """

    def __init__(self, changes: Changes, batch: Batch, storage: Storage, pace: Pace) -> None:
        self._bell = Bell()
        sending = Pauses(pace)
        self._feed = Feed(changes, storage, self._bell, pace, sending.wake)
        self.writes = Outbox(batch, storage, self._bell, sending, self._feed.pauses.wake)
        self.accounts = Things(storage, "account", AccountRead)
        self.projects = Things(storage, "project", ProjectRead)
        self.sections = Things(storage, "section", SectionRead)
        self.labels = Things(storage, "label", LabelRead)
        self.tasks = Things(storage, "task", TaskRead)
        self._running = asyncio.TaskGroup()
        self._loops: list[asyncio.Task[None]] = []

    @property
    def status(self) -> Status:
        return self._feed.status

    @property
    def trouble(self) -> Exception | None:
        """Why it is not live, if something is wrong: mostly a `TodoError`."""
        return self._feed.trouble

    def updates(self) -> Updates:
        """For `async for`: a turn at once, and one whenever something has changed since the last."""
        return self._bell.listen()

    async def __aenter__(self) -> Self:
        await self._running.__aenter__()
        loops = self._feed.run(), self.writes.run(self._feed.owner)
        self._loops = [self._running.create_task(loop) for loop in loops]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for loop in self._loops:
            loop.cancel()
        try:
            if isinstance(error, asyncio.CancelledError):
                await self._running.__aexit__(kind, error, traceback)
            else:  # what the application raises is its own, and is to come out as it is
                await self._running.__aexit__(None, None, None)
        except BaseExceptionGroup as failed:
            raise failed.exceptions[0] from failed
        finally:
            self._bell.end()
