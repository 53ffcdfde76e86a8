"""The export as a response: lines of JSON, sent as the database gives them."""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Self

from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

MEDIA_TYPE = "application/jsonl"


class ExportResponse(StreamingResponse):
    """Starts only when the first line is there, and lets go of the database however the sending ends."""

    media_type = MEDIA_TYPE

    def __init__(self, first: bytes, rest: AsyncGenerator[bytes]) -> None:
        async def lines() -> AsyncIterator[bytes]:
            yield first
            async for line in rest:
                yield line

        super().__init__(
            lines(),
            headers={"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="todo-export.jsonl"'},
        )
        self._rest = rest

    @classmethod
    async def of(cls, lines: AsyncGenerator[bytes]) -> Self:
        """Raises whatever keeps the first line from being read, while the status can still say so.

        There is no line at all if the account was deleted a moment ago.
        """
        return cls(await anext(lines, b""), lines)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._rest.aclose()
