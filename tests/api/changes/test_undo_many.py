"""Undo of whatever was done, however much it was."""

import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from client import Client
from importing.templates import row, task, template
from replica import Replica, things_of
from running import Api
from todo_api.database import Database
from todo_api.importing import ImportService, read_contents
from todo_api.services.scope import UserScope
from undoing import change_of, contents, undo


class Walk:
    """Writes at random, always the same for a seed. Some are refused: they change nothing."""

    def __init__(self, client: Client, seed: int) -> None:
        self._client = client
        self._chance = random.Random(seed)  # noqa: S311  the same writes in every run, not a secret
        self._ids: dict[str, list[str]] = {kind: [] for kind in ("project", "section", "label", "task")}
        self._changes: list[int] = []

    async def make(self, count: int) -> list[int]:
        """So many changes, of more writes."""
        begun = len(self._changes)
        while len(self._changes) < begun + count:
            await self._step()
        return self._changes[begun:]

    async def _step(self) -> None:
        writes: list[Callable[[], Awaitable[httpx2.Response]]] = [
            *(lambda kind=kind: self._create(kind) for kind in ("project", "section", "label", "task", "task", "task")),
            *(lambda kind=kind: self._update(kind) for kind in ("project", "section", "label", "task", "task")),
            *(lambda kind=kind: self._move(kind) for kind in ("project", "section", "label", "task", "task")),
            *(lambda kind=kind: self._send("DELETE", kind) for kind in ("project", "section", "label", "task")),
            *(lambda kind=kind: self._send("PUT", kind, "/restoration") for kind in ("project", "task")),
            *(lambda method=method: self._send(method, "task", "/completion") for method in ("PUT", "DELETE")),
            lambda: self._client.patch("/v1/account", json={"timezone": self._chance.choice(["UTC", "Asia/Tokyo"])}),
        ]
        response = await self._chance.choice(writes)()
        assert response.status_code < 500, response.text
        if "Change-Id" in response.headers:
            self._changes.append(change_of(response))

    def _any(self, kind: str) -> str:
        return self._chance.choice(self._ids[kind] or ["019a9d2e-6f00-7fff-8000-5b1c7d3e9f42"])

    def _labels(self) -> list[str]:
        return self._chance.sample(["errand", "home", "town", "shop"], self._chance.randrange(3))

    def _place(self) -> dict[str, str]:
        kind = self._chance.choice(["", "project", "section", "task", "task"])
        return {f"{'parent' if kind == 'task' else kind}_id": self._any(kind)} if kind else {}

    async def _create(self, kind: str) -> httpx2.Response:
        fields: dict[str, Any] = {"name": self._chance.choice(["errand", "home", "town", "shop"])}
        if kind == "section":
            fields["project_id"] = self._any("project")
        if kind == "task":
            fields = {"title": str(self._chance.random()), "labels": self._labels(), **self._place()}
        response = await self._client.post(f"/v1/{kind}s", json=fields)
        if response.status_code == 201:
            self._ids[kind].append(response.json()["id"])
        return response

    async def _update(self, kind: str) -> httpx2.Response:
        fields: dict[str, Any] = {"name": self._chance.choice(["errand", "home", "town", "shop"])}
        if kind == "task":
            due = self._chance.choice([None, {"kind": "date", "date": "2026-12-24"}])
            fields = self._chance.choice(
                [{"title": str(self._chance.random())}, {"labels": self._labels()}, {"due": due}]
            )
        return await self._client.patch(f"/v1/{kind}s/{self._any(kind)}", json=fields)

    async def _move(self, kind: str) -> httpx2.Response:
        place = self._place() if kind == "task" else self._chance.choice([{}, {"before": self._any(kind)}])
        return await self._client.put(f"/v1/{kind}s/{self._any(kind)}/position", json=place)

    async def _send(self, method: str, kind: str, suffix: str = "") -> httpx2.Response:
        return await self._client.request(method, f"/v1/{kind}s/{self._any(kind)}{suffix}")


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_was_done_is_undone_and_done_again(ada: Client, seed: int) -> None:
    walk = Walk(ada, seed)
    await walk.make(20)
    before = await contents(ada)
    replica = Replica(ada)
    await replica.catch_up()
    changes = await walk.make(40)
    after = await contents(ada)

    undone = await undo(ada, *changes)
    assert await contents(ada) == before
    await replica.catch_up()
    assert replica.things == await things_of(ada)
    redone = await undo(ada, *undone)
    assert await contents(ada) == after
    for change in reversed(redone):
        await undo(ada, change)
    assert await contents(ada) == before
    await replica.catch_up()
    assert replica.things == await things_of(ada)


async def test_an_import_of_thousands_of_tasks(ada: Client, api: Api) -> None:
    """With subtasks, labels, sections: as much as somebody brings along."""
    ada.http.timeout = 30  # not much for the server, but validating so long an export takes the test its time
    before = await contents(ada)
    database = Database(api.settings.database, pool_size=2)
    scope = UserScope(database, ada.user_id, datetime.now(UTC))
    report = await ImportService(scope).run(read_contents(_much().encode(), "Garden", None))
    await database.close()
    assert report.created.tasks == 4_000
    change, after = (await ada.account()).version, await contents(ada)

    (undone,) = await undo(ada, change)
    assert await contents(ada) == before
    (redone,) = await undo(ada, undone)
    assert await contents(ada) == after
    await undo(ada, redone)
    assert await contents(ada) == before


def _much() -> str:
    rows = (
        row("section", f"Section {number}")
        if number % 1_001 == 0
        else task(f"Task {number} @shop @Spring", indent=1 + (number % 1_001 - 1) % 4)
        for number in range(4_004)
    )
    return template(*rows)
