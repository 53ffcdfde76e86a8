"""What there can be too many of, made until there is no room."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import asyncpg
import httpx2

from client import Client
from todo_domain import new_id
from todo_domain.caps import Caps

LITTLE = Caps(most_tasks=4, most_projects=4, most_sections=4, most_labels=4)
KINDS = ("task", "project", "section", "label")
BESIDES = {"project": 1}
"""What is there from the beginning: the inbox."""
MOST = 4


def refused(kind: str) -> tuple[int, str]:
    return 409, f"too_many_{kind}s"


async def body_of(client: Client, kind: str, entity_id: UUID | None = None) -> dict[str, Any]:
    """One more of a kind, of which no two are the same."""
    entity_id = entity_id or new_id()
    place = {"project_id": str((await client.account()).inbox_id)} if kind == "section" else {}
    return {"id": str(entity_id), "title" if kind == "task" else "name": str(entity_id), **place}


async def one_more(client: Client, kind: str, **headers: str) -> httpx2.Response:
    return await client.post(f"/v1/{kind}s", json=await body_of(client, kind), headers=headers)


async def fill(client: Client, kind: str, *, but: int = 0) -> list[UUID]:
    """Make as many as there is room for, `but` so many; their ids."""
    return [made async for made in _filling(client, kind, MOST - BESIDES.get(kind, 0) - but)]


async def _filling(client: Client, kind: str, number: int) -> AsyncIterator[UUID]:
    for _ in range(number):
        response = await one_more(client, kind)
        assert response.status_code == 201, response.text
        yield UUID(response.json()["id"])


async def held(connection: asyncpg.Connection, client: Client, kind: str) -> int:
    """How many rows of the kind the user has."""
    count: int = await connection.fetchval(f"SELECT count(*) FROM {kind} WHERE user_id = $1", client.user_id)
    return count
