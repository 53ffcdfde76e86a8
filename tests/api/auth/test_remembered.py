"""Tokens are verified once, and believed no longer than they would be without that."""

from collections.abc import AsyncIterator

import pytest

from api.auth.clock import Clock
from api.auth.expecting import problem_with
from api.auth.forging import NOW
from api.auth.issuer import Issuer
from api.auth.signing_keys import SigningKey
from api.auth.waiting import until
from todo_api.auth import ClaimRules, Identity, JwksVerifier, RememberedTokens, TokenProblem

MINUTE = 60


class Counted(JwksVerifier):
    """Counts how often it has to work."""

    verified = 0

    async def verify(self, token: str) -> Identity:
        self.verified += 1
        return await super().verify(token)


@pytest.fixture
async def counted(issuer: Issuer, rules: ClaimRules, clock: Clock) -> AsyncIterator[Counted]:
    verifier = Counted(issuer.url, rules, clock=clock)
    yield verifier
    await verifier.close()


@pytest.fixture
def now() -> Clock:
    wall = Clock()
    wall.seconds = NOW
    return wall


@pytest.fixture
def remembered(counted: Counted, now: Clock) -> RememberedTokens:
    return RememberedTokens(counted, limit=3, now=now)


async def test_a_token_is_verified_once(remembered: RememberedTokens, counted: Counted, key: SigningKey) -> None:
    await remembered.start()
    token = key.sign()

    identities = [await remembered.verify(token) for _ in range(3)]

    assert len(set(identities)) == 1
    assert counted.verified == 1


async def test_of_a_refused_one_nothing_is_remembered(
    remembered: RememberedTokens, counted: Counted, key: SigningKey
) -> None:
    forged = SigningKey.make(kid=key.kid).sign()

    problems = [await problem_with(forged, remembered) for _ in range(2)]

    assert problems == [TokenProblem.WRONG_SIGNATURE] * 2
    assert counted.verified == 2


async def test_it_is_believed_until_it_expires(
    remembered: RememberedTokens, counted: Counted, key: SigningKey, now: Clock
) -> None:
    await remembered.start()
    token = key.sign()
    identity = await remembered.verify(token)

    now.seconds = identity.expires_at - 1
    await remembered.verify(token)
    assert counted.verified == 1
    now.seconds = identity.expires_at
    await remembered.verify(token)  # the verifier's own clock stands still; it is asked again
    assert counted.verified == 2


async def test_a_withdrawn_key_is_noticed(
    remembered: RememberedTokens, issuer: Issuer, key: SigningKey, next_key: SigningKey, clock: Clock
) -> None:
    await remembered.start()
    token = key.sign()
    await remembered.verify(token)
    issuer.publish(next_key.jwk())

    clock.advance(8 * MINUTE)
    await remembered.verify(token)  # this starts to renew the keys, without waiting for them
    await until(lambda: remembered.generation == 2)

    assert await problem_with(token, remembered) is TokenProblem.WRONG_SIGNATURE


async def test_after_a_long_silence_the_issuer_is_asked_first(
    remembered: RememberedTokens, issuer: Issuer, key: SigningKey, next_key: SigningKey, clock: Clock
) -> None:
    await remembered.start()
    token = key.sign()
    await remembered.verify(token)
    issuer.publish(next_key.jwk())

    clock.advance(10 * MINUTE)

    assert await problem_with(token, remembered) is TokenProblem.WRONG_SIGNATURE


async def test_while_the_issuer_is_down_it_is_believed(
    remembered: RememberedTokens, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    await remembered.start()
    token = key.sign()
    identity = await remembered.verify(token)
    await issuer.stop()

    clock.advance(20 * MINUTE)

    assert [await remembered.verify(token) for _ in range(3)] == [identity] * 3


async def test_only_so_many_are_kept(remembered: RememberedTokens, counted: Counted, key: SigningKey) -> None:
    await remembered.start()
    tokens = [key.sign(sub=f"user {number}") for number in range(4)]
    for token in tokens:
        await remembered.verify(token)
    counted.verified = 0

    for token in tokens[1:]:
        await remembered.verify(token)
    assert counted.verified == 0
    await remembered.verify(tokens[0])
    assert counted.verified == 1
