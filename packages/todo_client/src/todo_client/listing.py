"""Lists, which come in pages."""

from collections.abc import AsyncGenerator, Mapping
from typing import Any, Protocol

from todo_client.call import Call
from todo_client.connection import Connection, Reader
from todo_client.versioned import Versioned


class Page[Item](Protocol):
    """Part of a list."""

    @property
    def items(self) -> list[Item]: ...

    @property
    def next_cursor(self) -> str | None: ...


class Pages[Item]:
    """A list that was described and not yet asked for.

    `async for item in listing` goes through all of it, page by page as they are needed.
    """

    def __init__(self, connection: Connection, path: str, reader: Reader[Page[Item]], query: Mapping[str, Any]) -> None:
        self._connection = connection
        self._path = path
        self._reader = reader
        self._query = query

    async def pages(self) -> AsyncGenerator[Page[Item]]:
        """The page that the query asks for and all that follow."""
        query = dict(self._query)
        while True:
            page = await self._connection.fetch(self._reader, Call(method="GET", path=self._path, query=query))
            yield page
            if page.next_cursor is None:
                return
            query["cursor"] = page.next_cursor

    async def __aiter__(self) -> AsyncGenerator[Item]:
        async for page in self.pages():
            for item in page.items:
                yield item


class Listing[Item](Pages[Item]):
    """A list whose pages have versions."""

    async def page(self, *, known: Versioned[Page[Item]] | None = None) -> Versioned[Page[Item]]:
        """The one page that the query asks for; `known` itself if nothing has changed since it was read."""
        etag = None if known is None else known.etag
        call = Call(method="GET", path=self._path, query=self._query, if_none_match=etag)
        return await self._connection.read(self._reader, call, known)
