"""People who keep using the API while something is done to it, and who do not try anything again."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from http import HTTPStatus

import httpx2

from client import Client
from running import Api

PATIENCE = 20.0


class Load:
    """What became of the requests so far."""

    def __init__(self) -> None:
        self.answered = 0
        self.failures: Counter[str] = Counter()

    async def goes_on(self, requests: int = 100) -> None:
        """Wait until so many more have been answered."""
        enough = self.answered + requests
        async with asyncio.timeout(PATIENCE):
            while self.answered < enough:  # noqa: ASYNC110  an event for each of thousands would slow them down
                await asyncio.sleep(0.01)

    async def keep_using(self, person: Client) -> None:
        """Write and read over and over on connections that are kept open."""
        while True:
            task = await self._answer_to(person, "POST", "/v1/tasks", {"title": "Water the tomatoes"})
            if task is None:
                continue
            path = f"/v1/tasks/{task['id']}"
            await self._answer_to(person, "PATCH", path, {"title": "Water them twice"})
            await self._answer_to(person, "PUT", f"{path}/completion")
            await self._answer_to(person, "GET", path)
            await self._answer_to(person, "GET", "/v1/tasks?limit=5")

    async def _answer_to(
        self, person: Client, method: str, path: str, body: dict[str, str] | None = None
    ) -> dict[str, str] | None:
        try:
            response = await person.request(method, path, json=body)
        except httpx2.HTTPError as error:
            self.failures[f"{method} {path[:9]}: {error!r}"] += 1
            return None
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            self.failures[f"{method} {path[:9]}: {response.text}"] += 1
            return None
        self.answered += 1
        document: dict[str, str] = response.json()
        return document


@asynccontextmanager
async def load_on(api: Api, people: int = 6) -> AsyncIterator[Load]:
    """So many people for as long as this lasts."""
    load = Load()
    async with AsyncExitStack() as stack, asyncio.TaskGroup() as running:
        using = []
        for number in range(people):
            name = f"person {number}"
            person = Client(await stack.enter_async_context(api.http(name)), name)
            using.append(running.create_task(load.keep_using(person)))
        try:
            yield load
        finally:
            for task in using:
                task.cancel()
