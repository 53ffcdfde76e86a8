"""The log of changes as the database keeps it, and what a request appends to it."""

from typing import Any
from uuid import UUID

import asyncpg

from client import Client

type Entry = tuple[str, str, UUID]


class Log:
    """One user's log, as the database keeps it."""

    def __init__(self, connection: asyncpg.Connection, client: Client) -> None:
        self.connection = connection
        self.client = client

    async def entries_since(self, version: int) -> list[asyncpg.Record]:
        query = "SELECT version, entity, op, entity_id, at, xmin FROM change WHERE user_id = $1 AND version > $2"
        return await self.connection.fetch(query, self.client.user_id, version)

    async def written_by(self, method: str, path: str, **options: Any) -> set[Entry]:
        """What the request appended: under one new version, and in the transaction that moved the account to it."""
        before = (await self.client.account()).version
        response = await self.client.request(method, path, **options)
        assert response.is_success, response.text
        account = await self._account()
        assert account["version"] == before + 1
        if "etag" in response.headers:
            assert response.headers["etag"] == f'"{account["version"]}"'
        entries = await self.entries_since(before)
        assert {(entry["version"], entry["xmin"]) for entry in entries} == {(account["version"], account["xmin"])}
        assert len({entry["at"] for entry in entries}) == 1
        return {(entry["entity"], entry["op"], entry["entity_id"]) for entry in entries}

    async def _account(self) -> asyncpg.Record:
        row = await self.connection.fetchrow(
            "SELECT version, xmin FROM account WHERE user_id = $1", self.client.user_id
        )
        assert row is not None
        return row
