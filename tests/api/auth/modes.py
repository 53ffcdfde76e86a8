"""The API in each of the two ways to trust an issuer, with tokens of its own making and others that only look so."""

import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from api.auth.forging import AUDIENCE, ISSUER, SECRET, claims, hmac_signature, json_bytes, segment
from api.auth.issuer import Issuer, running_issuer
from api.auth.signing_keys import SigningKey
from serving import serving
from todo_api.settings import Settings
from wire import Answer, exchange

KEY = SigningKey.make()


@dataclass(frozen=True)
class Mode:
    """A running API, and who can sign what it would believe."""

    url: str
    header: dict[str, object]
    signature: Callable[[str], bytes]

    def token(self, header: object | None = None, payload: object | None = None) -> str:
        """Truly signed, whatever the header says; a header or payload of bytes is taken as it is."""
        parts = (self.header if header is None else header, timely() if payload is None else payload)
        segments = [segment(part if isinstance(part, bytes) else json_bytes(part)) for part in parts]
        return self.signed(".".join(segments))

    def signed(self, signing_input: str) -> str:
        return f"{signing_input}.{segment(self.signature(signing_input))}"

    async def ask(self, token: bytes) -> Answer:
        """Ask for the account with these bytes as the token."""
        head = b"GET /v1/account HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
        return await exchange(self.url, head + token + b"\r\n\r\n")

    async def code(self, token: str | bytes) -> tuple[int, str | None]:
        """The status of the answer, and the problem's code."""
        sent = token if isinstance(token, bytes) else token.encode()
        answer = await self.ask(sent)
        document = json.loads(answer.body)
        assert answer.status == 200 or answer.media_type == "application/problem+json"
        assert len(sent) < 20 or sent[-20:] not in answer.body
        return answer.status, document.get("code")


def timely(**changes: object) -> dict[str, object]:
    """Claims that are accepted now, but for the changes."""
    now = int(time.time())
    return claims(**{"iat": now, "exp": now + 900} | changes)


@asynccontextmanager
async def with_keys(database_url: str, status: str = "200 OK") -> AsyncIterator[tuple[Mode, Issuer]]:
    """With the issuer's published keys, one of them EdDSA."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NO_PROXY", "127.0.0.1")
        async with running_issuer() as issuer:
            issuer.publish(KEY.jwk())
            issuer.status = status
            async with serving(_settings(database_url, AUTH_JWKS_URL=issuer.url)) as url:
                header: dict[str, object] = {"alg": KEY.algorithm, "kid": KEY.kid}
                yield Mode(url, header, lambda text: _sign(KEY, text)), issuer


@asynccontextmanager
async def with_secret(database_url: str) -> AsyncIterator[Mode]:
    """With a secret that the issuer holds, too."""
    async with serving(_settings(database_url, BETTER_AUTH_SECRET=SECRET.decode())) as url:
        yield Mode(url, {"alg": "HS256"}, hmac_signature)


def _settings(database_url: str, **trust: str) -> Settings:
    environment = {"DATABASE_URL": database_url, "AUTH_ISSUER": ISSUER, "AUTH_AUDIENCE": AUDIENCE}
    return Settings.from_environment(environment | trust)


def _sign(key: SigningKey, text: str) -> bytes:
    return key.private.sign(text.encode())  # type: ignore[call-arg]  # an Ed25519 key's takes no more
