"""The bearer token: a fixed one, or one from a provider that is asked again when the API calls it expired."""

import asyncio
from collections.abc import Awaitable, Callable
from inspect import isawaitable

type TokenSource = str | Callable[[], str | Awaitable[str]]
"""A token, or what gives one: a function or a coroutine function without arguments."""


class Token:
    """Holds on to a token until it is refused; many requests at once ask the provider once."""

    def __init__(self, source: TokenSource) -> None:
        self._source = source
        self._token: str | None = None
        self._asking = asyncio.Lock()

    async def current(self) -> str:
        return await self.other_than(None) if self._token is None else self._token

    async def other_than(self, refused: str | None) -> str:
        """A token that is not the refused one, unless the provider has no other.

        Raises:
            ValueError: what was provided is no token.
        """
        async with self._asking:
            if self._token is None or self._token == refused:
                self._token = _checked(await self._ask())
            return self._token

    async def _ask(self) -> str:
        if isinstance(self._source, str):
            return self._source
        provided = self._source()
        return await provided if isawaitable(provided) else provided


def _checked(token: str) -> str:
    if not token or not all("!" <= character <= "~" for character in token):
        raise ValueError("A token is printable ASCII without spaces; the one that was provided is not.")
    return token
