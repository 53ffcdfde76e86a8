"""Somebody with a browser: cookies, an origin, a token in memory."""

from typing import Any
from uuid import uuid4

import httpx2
import jwt

from auth_server.process import ISSUER

PASSWORD = "correct horse battery staple"


class Person:
    """Speaks to the server of apps/auth, and to the API with the tokens that it gives."""

    def __init__(self, auth_url: str, api_url: str = "", email: str | None = None) -> None:
        self.email = email or f"{uuid4()}@example.test"
        self.http = _client(f"{auth_url}/api/auth", headers={"Origin": ISSUER})
        self._api = _client(api_url)

    async def close(self) -> None:
        await self.http.aclose()
        await self._api.aclose()

    async def post(self, path: str, **body: Any) -> httpx2.Response:
        return await self.http.post(path, json=body)

    async def sign_up(self, **more: Any) -> httpx2.Response:
        return await self.post("/sign-up/email", **{"name": "Ada", "email": self.email, "password": PASSWORD} | more)

    async def sign_in(self, **more: Any) -> httpx2.Response:
        return await self.post("/sign-in/email", **{"email": self.email, "password": PASSWORD} | more)

    async def forget(self, **headers: str) -> httpx2.Response:
        """Ask for a letter by which the password is chosen anew."""
        return await self.http.post("/request-password-reset", json={"email": self.email}, headers=headers)

    async def token(self) -> str:
        answer = await self.http.get("/token")
        assert answer.status_code == 200, answer.text
        token: str = answer.json()["token"]
        return token

    async def user_id(self) -> str:
        subject: str = jwt.decode(await self.token(), options={"verify_signature": False})["sub"]
        return subject

    async def ask(self, token: str | None = None, api_url: str = "") -> httpx2.Response:
        """Read from the API, or from another one."""
        return await self._api.get(f"{api_url}/v1/tasks", headers=bearer(token or await self.token()))

    async def write(self, title: str) -> None:
        answer = await self._api.post("/v1/tasks", headers=bearer(await self.token()), json={"title": title})
        assert answer.status_code == 201, answer.text

    async def titles(self) -> list[str]:
        return [task["title"] for task in (await self.ask()).json()["items"]]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _client(base_url: str, **more: Any) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(base_url=base_url, trust_env=False, timeout=30, **more)
