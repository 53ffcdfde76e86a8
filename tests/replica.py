"""A copy of one user's things, made from nothing but the feed of changes, and the things themselves to compare with."""

import json
from typing import Any

from client import Client
from todo_domain.schemas import Changes

type Things = dict[tuple[str, str], dict[str, Any]]


class Replica:
    """What a client knows that has read the feed up to a cursor."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.cursor: str | None = None
        self.things: Things = {}
        self.seen: list[tuple[int, str, str]] = []
        """(version, kind, id) of each item, in the order in which they came."""

    async def read(self, limit: int = 100) -> Changes:
        """One page more."""
        query = {"limit": str(limit)} | ({} if self.cursor is None else {"after": self.cursor})
        response = await self.client.get("/v1/changes", params=query)
        assert response.status_code == 200, response.text
        return self.take(response.content)

    async def catch_up(self, limit: int = 100) -> None:
        while (await self.read(limit)).has_more:
            pass

    def take(self, document: bytes | str) -> Changes:
        """Learn what a page says."""
        page = Changes.model_validate_json(document)
        for item in json.loads(document)["items"]:
            self._take(item)
        self.cursor = page.next_cursor
        return page

    def _take(self, item: dict[str, Any]) -> None:
        thing = item["kind"], item["id"]
        self.seen.append((item["version"], *thing))
        if item["data"] is None:
            self.things.pop(thing, None)
        else:
            self.things[thing] = _comparable(item["kind"], item["data"])


async def things_of(client: Client) -> Things:
    """Everything that a user has, as the export tells it."""
    response = await client.get("/v1/account/export")
    assert response.status_code == 200, response.text
    lines = [json.loads(line) for line in response.text.splitlines()]
    return {
        (line["kind"], line["data"].get("id") or line["data"]["inbox_id"]): _comparable(line["kind"], line["data"])
        for line in lines
    }


def _comparable(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """Without the account's version: it moves with every write, and is told by the feed itself."""
    return {name: value for name, value in data.items() if (kind, name) != ("account", "version")}
