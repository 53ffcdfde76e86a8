"""People who go on reading and writing whatever happens, and remember what they were told."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass, field
from operator import itemgetter
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx2

from client import Client, refusal

AWAY = (503, "database_unavailable")
UNKNOWN = (503, "outcome_unknown")
ANSWER_SECONDS = 3.0
"""In which everybody is told; the machine may be busy, so that a test allows a little more."""
SLACK = 1.0
RECOVERY_SECONDS = 5.0
_PEOPLE = 3
"""Of each kind: who read, who write, and who write under a key."""
_PAUSE = 0.01


@dataclass
class Traffic:
    client: Client
    longest: float = 0.0
    answers: Counter[str] = field(default_factory=Counter)
    _served: dict[str, tuple[float, float]] = field(default_factory=dict)
    """When the last success of each kind was asked for, and when it came."""
    _written: dict[str, str] = field(default_factory=dict)
    """What became of each title: acknowledged, refused or unknown."""
    _orders: list[list[str]] = field(default_factory=list)
    _people: list[asyncio.Task[None]] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        await self.client.create_task(title="first")
        for _ in range(_PEOPLE):
            self._people += [asyncio.create_task(person) for person in (self._read(), self._write(), self._keyed())]
        await self.until_served(time.monotonic())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for person in self._people:
            person.cancel()
        ended = await asyncio.gather(*self._people, return_exceptions=True)
        if error is None:
            wrong = [end for end in ended if isinstance(end, Exception)]
            assert not wrong, wrong
            await self._check()

    async def until_served(self, since: float, what: tuple[str, ...] = ("read", "write")) -> float:
        """Seconds from then to the first success of each kind, in a request that was sent after it."""
        first: dict[str, float] = {}
        while first.keys() != set(what):
            for kind in what:
                asked, came = self._served.get(kind, (0.0, 0.0))
                if asked > since:
                    first.setdefault(kind, came - since)
            for person in self._people:
                if person.done():
                    person.result()
            assert time.monotonic() - since < RECOVERY_SECONDS + ANSWER_SECONDS, f"no {what}; {self.answers}"
            await asyncio.sleep(0.005)
        return max(first.values())

    async def _read(self) -> None:
        while True:
            await self._answered("read", self.client.get("/v1/tasks", params={"limit": "5"}))
            await asyncio.sleep(_PAUSE)

    async def _write(self) -> None:
        order: list[str] = []
        self._orders.append(order)
        while True:
            order.append(str(uuid4()))
            self._written[order[-1]] = "unknown"
            response = await self._answered("write", self.client.post("/v1/tasks", json={"title": order[-1]}))
            self._note(order[-1], response)
            await asyncio.sleep(_PAUSE)

    async def _keyed(self) -> None:
        """Sends each write again under its key until it is acknowledged."""
        order: list[str] = []
        self._orders.append(order)
        while True:
            order.append(str(uuid4()))
            self._written[order[-1]] = "unknown"
            body, headers = {"title": order[-1]}, {"Idempotency-Key": order[-1]}
            response = await self._answered("keyed", self.client.post("/v1/tasks", json=body, headers=headers))
            while response.status_code != 201:
                await asyncio.sleep(_PAUSE)
                response = await self._answered("keyed", self.client.post("/v1/tasks", json=body, headers=headers))
            self._note(order[-1], response)

    def _note(self, title: str, response: httpx2.Response) -> None:
        if response.status_code == 201:
            self._written[title] = "acknowledged"
        elif refusal(response) != UNKNOWN:
            self._written[title] = "refused"

    async def _answered(self, kind: str, request: Awaitable[httpx2.Response]) -> httpx2.Response:
        began = time.monotonic()
        response = await request
        took = time.monotonic() - began
        self.longest = max(self.longest, took)
        if response.status_code < 300:
            self.answers[kind] += 1
            self._served[kind] = began, began + took
            return response
        told = refusal(response)
        self.answers[f"{kind}: {told[1]}"] += 1
        expected = {AWAY} | ({UNKNOWN} if kind == "write" else {(409, "still_running")} if kind == "keyed" else set())
        assert told in expected, f"{kind}: {response.status_code} {response.text}"
        if told == AWAY:
            assert response.headers["retry-after"] == "1"
        assert took < ANSWER_SECONDS + SLACK, f"{kind}: {took}"
        return response

    async def _check(self) -> None:
        """What was acknowledged is there, once, and in the order of who wrote it; what was refused is not."""
        tasks: dict[str, dict[str, Any]] = {}  # a page may bring again what was written between it and the one before
        query, has_more = {"limit": "500"}, True
        while has_more:
            page = (await self.client.get("/v1/changes", params=query)).json()
            tasks |= {item["id"]: item["data"] for item in page["items"] if item["kind"] == "task"}
            query, has_more = {"limit": "500", "after": page["next_cursor"]}, page["has_more"]
        titles = [task["title"] for task in sorted(tasks.values(), key=itemgetter("version"))]
        found = Counter(titles)
        assert [title for title, number in found.items() if number > 1] == []
        assert [title for title, fate in self._written.items() if fate == "acknowledged" and not found[title]] == []
        assert [title for title, fate in self._written.items() if fate == "refused" and found[title]] == []
        for order in self._orders:
            assert [title for title in titles if title in set(order)] == [title for title in order if found[title]]


async def served_again(client: Client, at_once: int = 1) -> dict[str, Any]:
    """The first task, when somebody who reads is served again; several at once use as many connections."""
    async with asyncio.timeout(RECOVERY_SECONDS):
        while True:
            responses = await asyncio.gather(*(client.get("/v1/tasks") for _ in range(at_once)))
            if all(response.status_code == 200 for response in responses):
                task: dict[str, Any] = responses[0].json()["items"][0]
                return task
