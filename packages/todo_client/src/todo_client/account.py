"""The account: everything of the user who asks."""

from collections.abc import AsyncGenerator, AsyncIterator
from http import HTTPStatus
from typing import Unpack

import httpx2
from pydantic import TypeAdapter

from todo_client.call import Call
from todo_client.connection import Connection, parsed
from todo_client.errors import Unreachable
from todo_client.models import AccountRead, AccountUpdate, ExportLine
from todo_client.versioned import Versioned
from todo_client.writing import WriteOptions, conditions

_LINES: TypeAdapter[ExportLine] = TypeAdapter(ExportLine)


class Account:
    path = "/v1/account"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get(self, *, known: Versioned[AccountRead] | None = None) -> Versioned[AccountRead]:
        """The account as it is now, made if it was not there; `known` itself if nothing of it has changed."""
        call = Call(method="GET", path=self.path, if_none_match=None if known is None else known.etag)
        return await self._connection.read(AccountRead.model_validate_json, call, known)

    async def update(self, update: AccountUpdate, /, **options: Unpack[WriteOptions]) -> Versioned[AccountRead]:
        """Change what the update has, leave what it has not."""
        call = Call(method="PATCH", path=self.path, body=update, **conditions(options))
        return await self._connection.read(AccountRead.model_validate_json, call)

    async def delete(self, **options: Unpack[WriteOptions]) -> None:
        """Everything of this user is gone at once and for good."""
        await self._connection.remove(self.path, **options)

    async def export(self) -> AsyncGenerator[ExportLine]:
        """Everything of this user as of one moment, line by line as it arrives.

        Who stops early closes it (`contextlib.aclosing`), so that the connection is free at once.
        """
        call = Call(method="GET", path=f"{self.path}/export", is_stream=True)
        response = await self._connection.send(call)
        try:
            async for line in _lines(response):
                yield parsed(_LINES.validate_json, line, call, HTTPStatus.OK)
        except httpx2.TransportError as error:
            raise Unreachable(f"{call}, after a part of it", maybe_done=True) from error
        finally:
            await response.aclose()


async def _lines(response: httpx2.Response) -> AsyncIterator[bytes]:
    """The lines of JSON Lines end with a line feed only; a text's own line separators stand in them as they are."""
    rest = b""
    async for chunk in response.aiter_bytes():
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield line
    if rest:
        yield rest
