"""Reading the feed: everything first, then what is new, then live."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from time import monotonic
from typing import Literal, Never
from uuid import UUID

from todo_client.changes import Changes
from todo_client.models import Changes as Page
from todo_client.sync.changed import KINDS, Changed, Kind
from todo_client.sync.owner import Owner
from todo_client.sync.pace import Pace, Pauses
from todo_client.sync.storage import Storage
from todo_client.sync.trouble import Trouble, asked
from todo_client.sync.updates import Bell

type Status = Literal["loading", "live", "polling", "offline"]
"""Reading everything; told at once; asking now and then, as there is no stream to be had; nobody answers."""

PAGE = 200
_STARTS_OVER = {"feed_expired", "invalid_cursor"}
"""Nobody can say any more what has happened since the cursor, or it is none of this user's: damaged, or foreign."""


class Load:
    """Everything, read page by page and kept here until it is complete."""

    def __init__(self) -> None:
        self.items: dict[tuple[Kind, UUID], Changed] = {}
        self.cursor: str | None = None

    def take(self, page: Page) -> None:
        for item in page.items:
            known = self.items.get((item.kind, item.id))
            if known is None or known.version <= item.version:
                self.items[item.kind, item.id] = item
        self.cursor = page.next_cursor


class Feed:
    """Keeps a storage up to date, and says how that goes."""

    def __init__(
        self, changes: Changes, storage: Storage, bell: Bell, pace: Pace, answered: Callable[[], None]
    ) -> None:
        """`answered` is called when the API answers again."""
        self._changes = changes
        self._storage = storage
        self._bell = bell
        self._answered = answered
        self._silence = pace.longest_silence
        self._load: Load | None = None
        self._no_stream_before = 0.0
        self.owner = Owner(storage)
        self.pauses = Pauses(pace)
        self.status: Status = "loading"
        self.trouble: Exception | None = None
        """Why it is not live."""

    async def run(self) -> Never:
        """Follow the feed, whatever happens to the network.

        Raises:
            ForeignStorage: it is another user's feed than the storage's.
        """
        while True:
            failing: Status = "offline"
            wait = 0.0
            try:
                await self._catch_up()
                failing = "polling"
                if self.trouble is not None:
                    self._answered()
                await self._follow()
            except Trouble as trouble:
                if trouble.code == "invalid_cursor":
                    self.owner.is_here.clear()
                if trouble.code in _STARTS_OVER:
                    self._load, failing = Load(), "loading"
                if failing == "polling":
                    self._no_stream_before = monotonic() + trouble.retry_after
                else:
                    wait = trouble.retry_after
                self._be(failing, trouble.reason)
            await self.pauses.wait(wait)

    async def _catch_up(self) -> None:
        """Read to the end of what has happened."""
        cursor = await self._storage.cursor()
        if cursor is None and self._load is None:
            self._load = Load()
        if self._load is not None:
            await self._load_all(self._load)
            self._load = None
            return
        has_more = True
        while has_more:
            page = await self._page(cursor)
            self.owner.is_here.set()
            await self._apply(page)
            cursor, has_more = page.next_cursor, page.has_more

    async def _load_all(self, load: Load) -> None:
        """Read everything and put it in place of what was known; after trouble, from where the load had come to."""
        self._be("loading", self.trouble)
        has_more = True
        while has_more:
            page = await self._page(load.cursor)
            await self.owner.check(page.items)
            load.take(page)
            has_more = page.has_more
        known = [(kind, item.id) for kind in KINDS for item in await self._storage.all(kind)]
        await self._storage.replace(list(load.items.values()), page.next_cursor)
        self.owner.is_here.set()
        self._bell.ring([*known, *load.items])

    async def _follow(self) -> None:
        """Apply what the API tells as it happens, until the stream ends."""
        if monotonic() < self._no_stream_before:
            self._be("polling", self.trouble)
            return
        cursor = await self._storage.cursor()
        async with AsyncExitStack() as stack:
            stream = self._changes.stream_events(after=cursor, longest_silence=self._silence)
            pages = await asked(stack.enter_async_context(stream))
            self.pauses.reset()
            self._be("live", None)
            while (page := await asked(anext(pages, None))) is not None:
                await self._apply(page)

    async def _page(self, cursor: str | None) -> Page:
        if cursor is None:
            return await asked(self._changes.list(limit=PAGE))
        return await asked(self._changes.list(limit=PAGE, after=cursor))

    async def _apply(self, page: Page) -> None:
        """Nothing goes back to an earlier version, whatever comes twice."""
        items = [item for item in page.items if await self._is_news(item)]
        await self._storage.apply(items, page.next_cursor)
        if items:
            self._bell.ring((item.kind, item.id) for item in items)

    async def _is_news(self, item: Changed) -> bool:
        known = await self._storage.find(item.kind, item.id)
        return known is None or known.version <= item.version

    def _be(self, status: Status, trouble: Exception | None) -> None:
        changed = status != self.status
        self.status, self.trouble = status, trouble
        if changed:
            self._bell.ring()
