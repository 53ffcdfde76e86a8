"""Verified tokens, remembered: the same token comes with many requests, and its signature is not cheap to check."""

import time
from collections.abc import Callable

from todo_api.auth.verifier import Identity, TokenVerifier

LIMIT = 10_000
"""Tokens at most; the ones that came first are forgotten first, and verified again if they come again."""


class RememberedTokens:
    """A TokenVerifier that asks another one, once for each token.

    A token is believed again until it expires, or until the trusted keys change: one whose key was withdrawn is refused
    as soon as that is known. What was refused is not remembered.
    """

    def __init__(self, verifier: TokenVerifier, *, limit: int = LIMIT, now: Callable[[], float] = time.time) -> None:
        self._verifier = verifier
        self._limit = limit
        self._now = now
        self._identities: dict[str, Identity] = {}
        self._generation: int | None = None

    @property
    def generation(self) -> int | None:
        return self._verifier.generation

    async def start(self) -> None:
        await self._verifier.start()

    async def verify(self, token: str) -> Identity:
        generation = self._verifier.generation
        if generation is None or generation != self._generation:
            self._identities.clear()
            self._generation = generation
        known = self._identities.get(token)
        if known is not None and self._now() < known.expires_at:
            return known
        identity = await self._verifier.verify(token)
        if self._generation is not None and self._verifier.generation == self._generation:
            self._remember(token, identity)
        return identity

    def _remember(self, token: str, identity: Identity) -> None:
        self._identities.pop(token, None)
        if len(self._identities) >= self._limit:
            del self._identities[next(iter(self._identities))]
        self._identities[token] = identity

    async def close(self) -> None:
        await self._verifier.close()
