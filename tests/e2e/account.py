"""Somebody who has signed up, as the server knows them."""

import asyncio
from dataclasses import dataclass
from typing import Any, Self
from uuid import uuid4

import httpx2

from cli.commands import todo

PASSWORD = "correct horse battery staple"


@dataclass(frozen=True)
class Account:
    """What a person has in mind, and the way to the API past every browser."""

    name: str
    email: str
    origin: str
    http: httpx2.AsyncClient

    @classmethod
    def called(cls, name: str, origin: str) -> Self:
        email = f"{name.lower()}.{uuid4().hex[:12]}@example.test"
        http = httpx2.AsyncClient(base_url=origin, headers={"Origin": origin}, trust_env=False, timeout=30)
        return cls(name, email, origin, http)

    async def sign_up(self) -> None:
        await self._post("sign-up/email", name=self.name, email=self.email, password=PASSWORD)
        await self._be_known()

    async def sign_in(self) -> None:
        await self._post("sign-in/email", email=self.email, password=PASSWORD)
        await self._be_known()

    async def live_a_week(self) -> None:
        """Have what `todo demo` puts there."""
        whose = ("--url", self.origin, "--email", self.email, "--password", PASSWORD)
        done = await asyncio.to_thread(todo, "demo", *whose)
        assert done.returncode == 0, done.stderr

    async def api(self, method: str, path: str, body: object = None) -> Any:
        """What the API answers, which has to be what was wished."""
        answer = await self.http.request(method, f"/v1/{path}", json=body)
        assert answer.is_success, f"{method} {path}: {answer.text}"
        return answer.json() if answer.content else None

    async def tasks(self) -> dict[str, dict[str, Any]]:
        """The server's tasks by their titles."""
        return {task["title"]: task for task in (await self.api("GET", "tasks?limit=200"))["items"]}

    async def add(self, title: str, **fields: object) -> dict[str, Any]:
        created: dict[str, Any] = await self.api("POST", "tasks", {"title": title, **fields})
        return created

    async def _post(self, path: str, **body: str) -> None:
        answer = await self.http.post(f"/api/auth/{path}", json=body)
        assert answer.is_success, answer.text

    async def _be_known(self) -> None:
        token = (await self.http.get("/api/auth/token")).json()["token"]
        self.http.headers["Authorization"] = f"Bearer {token}"
