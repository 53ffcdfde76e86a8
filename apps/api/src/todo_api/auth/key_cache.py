"""The issuer's keys at hand: fetched once for everybody, ahead of need, and kept while the issuer is down."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import jwt

from todo_api.auth.errors import IssuerUnavailable
from todo_api.auth.key_endpoint import KeysNotFetched
from todo_api.auth.key_set import KeySet

REFRESH_AFTER_SECONDS = 8 * 60
FRESH_SECONDS = 10 * 60
STALE_SECONDS = 24 * 60 * 60
RETRY_SECONDS = 30
RETRY_WITHOUT_KEYS_SECONDS = 1

logger = logging.getLogger(__name__)


class KeyCache:
    """A key set that renews itself when used.

    A key that the issuer withdrew is refused after FRESH_SECONDS at the latest, or after STALE_SECONDS when the issuer
    could not be asked. `clock` counts seconds and never goes back.
    """

    def __init__(self, fetch: Callable[[], Awaitable[KeySet]], clock: Callable[[], float]) -> None:
        self.generation = 0
        self._fetch = fetch
        self._clock = clock
        self._held: KeySet | None = None
        self._fetched_at = 0.0
        self._failed_at: float | None = None  # None after a success
        self._asked_at: float | None = None  # when an unknown kid last made us fetch
        self._fetching: asyncio.Task[None] | None = None
        self._fetches = 0

    async def find(self, key_id: str) -> jwt.PyJWK | None:
        """None when the issuer has no such key; raises IssuerUnavailable when there are no keys to look among."""
        fetches = self._fetches
        key = (await self.load()).find(key_id)
        if key is None and self._fetches == fetches and self._may_ask_for_unknown():
            self._asked_at = self._clock()
            await self._joined_fetch()
            key = self._held.find(key_id) if self._held else None
        return key

    def touch(self) -> None:
        """Drop keys too old to trust and start a due refresh, without waiting for it."""
        if self._held is None:
            return
        if self._age() >= STALE_SECONDS:
            self._held = None
            self.generation += 1
        elif self._age() >= REFRESH_AFTER_SECONDS and self._has_rested(RETRY_SECONDS):
            _ = self._start_fetch()

    @property
    def is_overdue(self) -> bool:
        """Whether the keys are too old to be used before the issuer has been asked for them again.

        Not once that has failed: the issuer is probably down, and every further wait would be time lost on top of keys
        that are served anyway.
        """
        return self._held is not None and self._age() >= FRESH_SECONDS and self._failed_at is None

    async def close(self) -> None:
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.gather(self._fetching, return_exceptions=True)

    async def load(self) -> KeySet:
        """The keys to verify with now; raises IssuerUnavailable when there are none."""
        self.touch()
        if self._held is None:
            if self._fetching is not None or self._has_rested(RETRY_WITHOUT_KEYS_SECONDS):
                await self._joined_fetch()
        elif self.is_overdue:
            await self._joined_fetch()
        if self._held is None:
            raise IssuerUnavailable(RETRY_WITHOUT_KEYS_SECONDS)
        return self._held

    def _may_ask_for_unknown(self) -> bool:
        """Whether a made-up kid may cost the issuer a request; those that come meanwhile share its answer."""
        has_rested = self._has_rested(RETRY_SECONDS) and _is_over(self._asked_at, RETRY_SECONDS, self._clock())
        return has_rested or self._fetching is not None

    async def _joined_fetch(self) -> None:
        fetching = self._start_fetch()
        # The shield leaves the fetch running for the others when one of them hangs up.
        await asyncio.shield(fetching)

    def _start_fetch(self) -> asyncio.Task[None]:
        if self._fetching is None:
            self._fetching = asyncio.create_task(self._refresh())
        return self._fetching

    async def _refresh(self) -> None:
        try:
            keys = await self._fetch()
        except KeysNotFetched as problem:
            self._failed_at = self._clock()
            logger.warning("The token issuer's keys were not fetched: %s", str(problem))
        else:
            self._replace(keys)
        finally:
            self._fetching = None
            self._fetches += 1

    def _replace(self, keys: KeySet) -> None:
        if keys != self._held:
            self._held = keys
            self.generation += 1
        self._fetched_at = self._clock()
        self._failed_at = None

    def _age(self) -> float:
        return self._clock() - self._fetched_at

    def _has_rested(self, seconds: float) -> bool:
        return _is_over(self._failed_at, seconds, self._clock())


def _is_over(since: float | None, seconds: float, now: float) -> bool:
    return since is None or now - since >= seconds
