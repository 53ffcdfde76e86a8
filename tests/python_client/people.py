"""People who use the API through the client."""

from contextlib import AsyncExitStack
from typing import Self
from uuid import uuid4

import httpx2

from contract.responses import CheckedTransport
from running import Api
from todo_client import Retries, TodoClient, TokenSource

QUICK = Retries(first_pause=0.001, longest_pause=0.05)


class People:
    """Makes clients for somebody new each time, and closes them."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self._clients = AsyncExitStack()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._clients.aclose()

    def client(
        self,
        *,
        token: TokenSource | None = None,
        retries: Retries = QUICK,
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> TodoClient:
        """Somebody new, unless the test has a token of its own."""
        checked = transport or CheckedTransport()
        client = TodoClient(self.api.url, token or self.token(), retries=retries, transport=checked)
        self._clients.push_async_callback(client.close)
        return client

    def token(self) -> str:
        """A token of somebody new."""
        return self.api.token(f"ada-{uuid4()}")
