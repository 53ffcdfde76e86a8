"""An issuer, its key, and a verifier whose time only moves when a test says so."""

from collections.abc import AsyncIterator

import pytest

from api.auth.clock import Clock
from api.auth.forging import AUDIENCE, ISSUER, NOW, SECRET
from api.auth.issuer import Issuer, running_issuer
from api.auth.signing_keys import SigningKey
from todo_api.auth import ClaimRules, JwksVerifier, SharedSecret


@pytest.fixture
def rules() -> ClaimRules:
    return ClaimRules(ISSUER, AUDIENCE, now=lambda: NOW)


@pytest.fixture
def shared_secret(rules: ClaimRules) -> SharedSecret:
    return SharedSecret(SECRET, rules)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def key() -> SigningKey:
    return SigningKey.make()


@pytest.fixture
def next_key() -> SigningKey:
    return SigningKey.make(kid="key-2")


@pytest.fixture
async def issuer(key: SigningKey, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Issuer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    async with running_issuer() as issuer:
        issuer.publish(key.jwk())
        yield issuer


@pytest.fixture
async def verifier(issuer: Issuer, rules: ClaimRules, clock: Clock) -> AsyncIterator[JwksVerifier]:
    verifier = JwksVerifier(issuer.url, rules, clock=clock)
    yield verifier
    await verifier.close()
