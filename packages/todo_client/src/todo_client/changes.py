"""What has happened: the feed, the feed as it comes live, and the activity; and taking it back."""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from http import HTTPStatus
from typing import Unpack

import httpx2

from todo_client.call import Call
from todo_client.connection import Connection, parsed
from todo_client.errors import UnexpectedAnswer, Unreachable
from todo_client.events import Event, EventDecoder
from todo_client.ids import new_id
from todo_client.listing import Pages
from todo_client.models import ActivityPage, ActivityRead, Undo, Undone
from todo_client.models import Changes as Page
from todo_client.queries import ListActivityQuery, ListChangesQuery

LONGEST_SILENCE = 45.0
"""Seconds; the API says something every 15."""


class Changes:
    path = "/v1/changes"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def list(self, **query: Unpack[ListChangesQuery]) -> Page:
        """Everything there is if there is no `after`, else what was changed since; a page of it.

        `client.sync()` keeps a copy that this is for.
        """
        return await self._connection.fetch(Page.model_validate_json, Call(method="GET", path=self.path, query=query))

    def list_activity(self, **query: Unpack[ListActivityQuery]) -> Pages[ActivityRead]:
        """Who changed what, newest first."""
        return Pages(self._connection, "/v1/activity", ActivityPage.model_validate_json, query)

    async def undo(self, change_ids: Sequence[int], /, *, idempotency_key: str | None = None) -> Sequence[int]:
        """Take changes back, all of them or none; undoing what this answers does them again.

        It gets an idempotency key here if it has none, so that it can be sent again.
        """
        call = Call(
            method="POST",
            path="/v1/undo",
            body=Undo(change_ids=[*change_ids]),
            idempotency_key=idempotency_key or str(new_id()),
        )
        return (await self._connection.fetch(Undone.model_validate_json, call)).change_ids

    @asynccontextmanager
    async def stream_events(
        self, *, after: str | None = None, longest_silence: float = LONGEST_SILENCE
    ) -> AsyncIterator[AsyncGenerator[Page]]:
        """Pages of the feed as things happen, from a cursor or from now on; entered as soon as the API listens.

        That it ends is nothing special: the token has expired, the API is restarted, or more has happened than a
        stream carries. What was missed is in the list after the last page's cursor, and the next stream goes on there.
        """
        call = Call(
            method="GET",
            path="/v1/events",
            query={} if after is None else {"after": after},
            is_stream=True,
            longest_silence=longest_silence,
        )
        response = await self._connection.send(call)
        try:
            if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
                raise UnexpectedAnswer(str(call), response.status_code)
            async with aclosing(_pages(response, call)) as pages:
                yield pages
        finally:
            await response.aclose()


async def _pages(response: httpx2.Response, call: Call) -> AsyncGenerator[Page]:
    async with aclosing(_events(response, call)) as events:
        async for event in events:
            if event.name == "changes":
                yield parsed(Page.model_validate_json, event.data.encode(), call, HTTPStatus.OK)
            elif event.name == "pull":
                return


async def _events(response: httpx2.Response, call: Call) -> AsyncGenerator[Event]:
    decoder = EventDecoder()
    try:
        async for chunk in response.aiter_bytes():
            for event in decoder.feed(chunk):
                yield event
    except httpx2.TransportError as error:
        raise Unreachable(f"{call}, after a part of it", maybe_done=True) from error
