"""So many requests a minute for each key, counted in this process, and the header fields that tell of it.

The fields are those of draft-ietf-httpapi-ratelimit-headers-11: the policy's quota `q` in a window of `w` seconds, and
what remains of it, `r`, for the next `t` seconds.
"""

import time
from asyncio import Event
from collections.abc import Callable, Mapping
from math import ceil

WINDOW = 60
"""Seconds."""
MOST_KEYS = 50_000
"""Keys that are counted at a time, in some ten megabytes; of more, the newest makes room: who sent much stays known."""

type Fields = tuple[tuple[bytes, bytes], tuple[bytes, bytes]]
"""The two header fields of an answer, as ASGI takes them."""


class RateLimited(Exception):
    """The allowance is used up, for so many seconds."""

    def __init__(self, fields: Fields, retry_after_seconds: int) -> None:
        super().__init__("Too many requests.")
        self.fields = fields
        self.retry_after_seconds = retry_after_seconds


class Allowance:
    """Counts in minutes of the clock on the wall, which all workers have in common.

    The last minute counts for the part of it that is less than a minute ago, as if its requests had come evenly, so
    that nobody gets twice the quota around the turn of a minute. What is refused is not counted.
    """

    def __init__(self, name: str, quota: int, *, now: Callable[[], float] = time.time, most: int = MOST_KEYS) -> None:
        self.name = name
        self.quota = quota
        self.unsent: dict[str, int] | None = None
        """What other workers have not been told; None if there is no way to tell them."""
        self.stirred = Event()
        """Set when there is something to tell."""
        self._now = now
        self._most = most
        self._minute = 0.0
        self._counts: dict[str, int] = {}
        self._before: dict[str, int] = {}
        self._policy = (b"ratelimit-policy", b'"%s";q=%d;w=%d' % (name.encode(), quota, WINDOW))
        self._field = b'"%s";r=%%d;t=%%d' % name.encode()

    def __len__(self) -> int:
        """How many keys have been counted in this minute."""
        return len(self._counts)

    def take(self, key: str) -> Fields:
        """Count a request.

        Raises:
            RateLimited: it is one too many.
        """
        minute, passed = divmod(self._now(), WINDOW)
        if minute != self._minute:
            self._turn(minute)
        counts, count, before = self._counts, self._counts.get(key, 0), self._before.get(key, 0)
        left = self.quota - 1 - count - before * (WINDOW - passed) / WINDOW
        if left < 0:
            seconds = _until_one_is_left(self.quota, count, before, passed)
            raise RateLimited((self._policy, (b"ratelimit", self._field % (0, seconds))), seconds)
        if not count and len(counts) >= self._most:
            counts.popitem()
        counts[key] = count + 1
        unsent = self.unsent
        if unsent is not None:
            if not unsent:
                self.stirred.set()
            unsent[key] = unsent.get(key, 0) + 1
        return self._policy, (b"ratelimit", self._field % (left, ceil(WINDOW - passed)))

    def told(self) -> tuple[int, Mapping[str, int]]:
        """The minute, and what others are to be told of it, which is given out once."""
        told, self.unsent = self.unsent or {}, {}
        self.stirred.clear()
        return int(self._minute), told

    def learn(self, minute: int, key: str, count: int, before: int) -> None:
        """Take over what all workers have counted in a minute and in the one before it; a count never falls."""
        if minute != self._minute or key not in self._counts:
            return
        self._counts[key] = max(self._counts[key], count + (self.unsent or {}).get(key, 0))
        if before > self._before.get(key, 0):
            self._before[key] = before

    def _turn(self, minute: float) -> None:
        self._before = self._counts if minute == self._minute + 1 else {}
        self._minute, self._counts = minute, {}
        if self.unsent is not None:
            self.unsent = {}


def _until_one_is_left(quota: int, count: int, before: int, passed: float) -> int:
    """Seconds until what has faded makes room for a request, rounded up."""
    if count < quota:
        return max(1, ceil(WINDOW * (1 - (quota - 1 - count) / before) - passed))
    return max(1, ceil(WINDOW - passed + WINDOW * (1 - (quota - 1) / count)))
