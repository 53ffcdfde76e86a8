"""The export as a response: lines of JSON, taken from the database at its own pace and sent at the client's."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from tempfile import SpooledTemporaryFile
from typing import IO, Self

from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

MEDIA_TYPE = "application/jsonl"
_IN_MEMORY = 1024 * 1024
_CHUNK = 64 * 1024


class ExportResponse(StreamingResponse):
    """A file of lines, gone once it is sent. Its length is told first, so that a copy that broke off shows."""

    media_type = MEDIA_TYPE

    def __init__(self, file: IO[bytes]) -> None:
        length = file.tell()
        file.seek(0)
        super().__init__(
            _chunks(file),
            headers={
                "Content-Disposition": 'attachment; filename="todo-export.jsonl"',
                "Content-Length": str(length),
            },
        )
        self._file = file

    @classmethod
    async def of(cls, lines: AsyncGenerator[bytes]) -> Self:
        """Take all lines before anything is sent: no slow client holds a connection of the database."""
        file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  it is closed when it is sent
        try:
            async with aclosing(lines):
                async for line in lines:
                    file.write(line)
        except BaseException:
            file.close()
            raise
        return cls(file)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._file:
            await super().__call__(scope, receive, send)


async def _chunks(file: IO[bytes]) -> AsyncIterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk
