"""The line for many workers: publish and subscribe of Valkey or Redis, which costs the database nothing."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from todo_api.live.line import COMMAND_SECONDS, CONNECT_SECONDS, Connect, Heard, LineBroken, Lost, Send

_ERRORS = (RedisError, OSError)
_SILENCE = 60.0
"""Seconds to wait for a message before waiting for the next one: without a limit, the commands' would count."""


def valkey_line(url: str) -> Connect:
    """Lines over this server. Nothing is tried again in here: whoever uses a line opens a new one."""

    @asynccontextmanager
    async def connect(channels: Sequence[str], heard: Heard, lost: Lost) -> AsyncIterator[Send]:
        async def send(channel: str, message: str) -> None:
            try:
                await valkey.publish(channel, message)
            except _ERRORS as error:
                raise LineBroken(repr(error)) from error

        valkey: Redis = Redis.from_url(
            url,
            decode_responses=True,
            socket_connect_timeout=CONNECT_SECONDS,
            socket_timeout=COMMAND_SECONDS,
            retry=Retry(NoBackoff(), 0),
        )
        try:
            async with valkey, valkey.pubsub(ignore_subscribe_messages=True) as subscription:
                await subscription.subscribe(*channels)
                listening = asyncio.create_task(_listen(subscription, heard, lost))
                try:
                    yield send
                finally:
                    listening.cancel()
                    await asyncio.gather(listening, return_exceptions=True)
        except _ERRORS as error:
            raise LineBroken(repr(error)) from error

    return connect


async def _listen(subscription: PubSub, heard: Heard, lost: Lost) -> None:
    try:
        while True:
            message = await subscription.get_message(timeout=_SILENCE)
            if message is not None:
                heard(message["channel"], message["data"])
    except _ERRORS:
        lost()
