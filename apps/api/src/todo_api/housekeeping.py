"""What is kept for a time only, and deleted behind it: the log of changes, and answers under idempotency keys."""

import asyncio
import logging
import random
from datetime import UTC, datetime, timedelta

from todo_api.database import Database, DatabaseUnavailable, Session
from todo_api.services.once import KEPT as ANSWERS_KEPT
from todo_api.session import MUCH_TIME
from todo_api.sql.expiry import DELETE_ANSWERS, DELETE_CHANGES, ONLY_HERE, USERS

_PERIOD = timedelta(days=1)
_FIRST = timedelta(hours=1)
"""Within this time after the start it is done first, by each worker at another moment."""
_MARGIN = timedelta(days=1)
"""Clocks differ, and a write takes its time: nobody relies on the last day."""
_USERS_AT_ONCE = 500
_ROWS_AT_ONCE = 1000

_log = logging.getLogger(__name__)


class Housekeeping:
    """Deletes in the background, little by little. Every worker does so, and where two meet, one passes on."""

    def __init__(self, database: Database, changes_kept: timedelta) -> None:
        self._database = database
        self._changes_kept = changes_kept

    async def keep_house(self) -> None:
        """Once a day, until cancelled."""
        await asyncio.sleep(random.uniform(0, _FIRST.total_seconds()))  # noqa: S311  no secret
        while True:
            try:
                await self.once(datetime.now(UTC))
            except DatabaseUnavailable:
                _log.warning("What has expired could not be deleted; it will be tomorrow.")
            except Exception:  # noqa: BLE001  whatever it was, it is logged, and goes on
                _log.exception("What has expired could not be deleted; it is tried again tomorrow.")
            await asyncio.sleep(_PERIOD.total_seconds())

    async def once(self, now: datetime) -> None:
        """Delete all that has expired."""
        after: str | None = ""
        while after is not None:
            after = await self._some(after, now)

    async def _some(self, after: str, now: datetime) -> str | None:
        """Delete what has expired of the next users; the last of them, or None if there is nobody left."""

        async def unit(session: Session) -> str | None:
            connection = session.connection
            async with connection.transaction():
                if not await connection.fetchval(ONLY_HERE):
                    return None
                users = [row["user_id"] for row in await connection.fetch(USERS, after, _USERS_AT_ONCE)]
                if not users:
                    return None
                await connection.execute(DELETE_ANSWERS, users, now - ANSWERS_KEPT, timeout=MUCH_TIME)
                before = now - self._changes_kept - _MARGIN
                deleted = await connection.fetchval(DELETE_CHANGES, users, before, _ROWS_AT_ONCE, timeout=MUCH_TIME)
                return after if deleted else str(users[-1])

        return await self._database.read(unit)  # done twice it is done once
