"""What workers tell each other of their counts, over Valkey or Redis.

No request waits for it: what was counted is told in the background, twenty times a second, and what all have counted
together is taken over. In between, and for as long as the server cannot be reached, each worker's own counts hold.
"""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from itertools import batched
from typing import Any, cast

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from todo_api.rate_limits.allowance import WINDOW, Allowance

TICK = 0.05
REST = 1.0
"""Seconds for which a server that failed, or was slow, is left alone."""
SLOW = 0.25
"""Seconds."""
_AT_A_TIME = 500
"""Keys in one call; it keeps the server, and our own loop, for about a millisecond."""

_EXCHANGE = """
local answer = {}
for i = 2, #ARGV, 2 do
  answer[i - 1] = redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1])
  answer[i] = tonumber(redis.call('HGET', KEYS[2], ARGV[i]) or 0)
end
redis.call('EXPIRE', KEYS[1], ARGV[1])
return answer
"""
"""One call for many keys: a pipeline of as many commands costs the client ten times as much."""

_log = logging.getLogger(__name__)


async def share(allowance: Allowance, url: str) -> None:
    """Tell and learn, until cancelled."""
    allowance.unsent = {}
    valkey: Redis = Redis.from_url(
        url,
        decode_responses=True,
        socket_connect_timeout=SLOW,
        socket_timeout=SLOW,
        retry=Retry(NoBackoff(), 0),
    )
    is_lost = False
    async with valkey:
        while True:
            await allowance.stirred.wait()
            try:
                await _exchange(valkey, allowance)
            except (RedisError, OSError) as error:
                if not is_lost:
                    _log.warning("Counts of requests are not shared, each worker goes on with its own: %r", error)
                is_lost = True
                await asyncio.sleep(REST)
            else:
                is_lost = False
                await asyncio.sleep(TICK)


async def _exchange(valkey: Redis, allowance: Allowance) -> None:
    minute, counts = allowance.told()
    names = [f"todo:{{rate:{allowance.name}}}:{number}" for number in (minute, minute - 1)]
    for some in batched(counts.items(), _AT_A_TIME, strict=False):
        told = [part for key_and_count in some for part in key_and_count]
        answer = await cast("Any", valkey.eval(_EXCHANGE, len(names), *names, 2 * WINDOW, *told))
        for (key, _), (count, before) in zip(some, _pairs(answer), strict=True):
            allowance.learn(minute, key, count, before)


def _pairs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(numbers[::2], numbers[1::2], strict=True)
