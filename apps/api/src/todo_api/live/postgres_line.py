"""The line that is always there: LISTEN and NOTIFY, on one connection of each worker's own."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

from todo_api.database_url import DatabaseTarget
from todo_api.live.line import COMMAND_SECONDS, CONNECT_SECONDS, Connect, Heard, LineBroken, Lost, Send

_ERRORS = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)


def postgres_line(target: DatabaseTarget) -> Connect:
    """Lines over this database.

    Notifications are sent over the same connection: a commit that notifies takes a lock that the whole server shares,
    and no user's write shall wait for that.
    """

    @asynccontextmanager
    async def connect(channels: Sequence[str], heard: Heard, lost: Lost) -> AsyncIterator[Send]:
        def hear(_connection: Any, _process: int, channel: str, message: object) -> None:
            heard(channel, str(message))

        async def send(channel: str, message: str) -> None:
            try:
                await connection.execute("SELECT pg_notify($1, $2)", channel, message)
            except _ERRORS as error:
                raise LineBroken(repr(error)) from error

        if target.direct.pooled:
            # It would take LISTEN, leave it to whoever gets the connection next, and deliver nothing.
            raise LineBroken("a pooler carries no notifications")
        arguments = target.direct.connect_arguments()
        arguments["server_settings"] |= {"synchronous_commit": "off"}  # a hint need not survive a crash
        try:
            connection = await asyncpg.connect(**arguments, timeout=CONNECT_SECONDS, command_timeout=COMMAND_SECONDS)
        except _ERRORS as error:
            raise LineBroken(repr(error)) from error
        try:
            connection.add_termination_listener(lambda _: lost())
            for channel in channels:
                await connection.add_listener(channel, hear)
            yield send
        except _ERRORS as error:
            raise LineBroken(repr(error)) from error
        finally:
            connection.terminate()  # nothing is under way that would have to be ended well

    return connect
