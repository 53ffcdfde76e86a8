"""Tokens signed with one of the issuer's private keys, verified with the public ones that it publishes."""

import time
from collections.abc import Callable

from todo_api.auth.claims import ClaimRules
from todo_api.auth.compact import UnverifiedToken
from todo_api.auth.errors import IssuerUnavailable, TokenProblem, TokenRejected
from todo_api.auth.key_cache import KeyCache
from todo_api.auth.key_endpoint import TIMEOUT_SECONDS, KeyEndpoint
from todo_api.auth.key_set import ALGORITHMS
from todo_api.auth.verifier import Identity


class JwksVerifier:
    """A TokenVerifier for asymmetric algorithms only."""

    def __init__(
        self,
        url: str,
        rules: ClaimRules,
        *,
        clock: Callable[[], float] = time.monotonic,
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> None:
        """Raise ValueError for a URL that is not HTTP's."""
        self._endpoint = KeyEndpoint(url, timeout_seconds)
        self._keys = KeyCache(self._endpoint.fetch, clock)
        self._rules = rules

    @property
    def generation(self) -> int | None:
        """Also a use of the keys, so that they are renewed and dropped in time behind a cache of verified tokens."""
        self._keys.touch()
        return None if self._keys.is_overdue else self._keys.generation

    async def start(self) -> None:
        try:
            await self._keys.load()
        except IssuerUnavailable:
            return

    async def verify(self, token: str) -> Identity:
        unverified = UnverifiedToken.parse(token, self._rules)
        header = unverified.header
        # Asking for a key costs the issuer a request now and then: only for tokens that it could have made.
        if header.algorithm not in ALGORITHMS or header.key_id is None:
            raise TokenRejected(TokenProblem.WRONG_SIGNATURE)
        key = await self._keys.find(header.key_id)
        if key is None:
            raise TokenRejected(TokenProblem.WRONG_SIGNATURE)
        return self._rules.admit(unverified.verified_by(key))

    async def close(self) -> None:
        await self._keys.close()
        await self._endpoint.close()
