"""The issuer is down or talks nonsense, and those who have a token are served for as long as that is safe."""

import asyncio

import pytest

from api.auth.clock import Clock
from api.auth.expecting import problem_with
from api.auth.issuer import Issuer
from api.auth.signing_keys import SigningKey
from api.auth.waiting import fetches_under_way, until
from todo_api.auth import IssuerUnavailable, JwksVerifier, TokenProblem

MINUTE, HOUR = 60, 3600


async def test_an_issuer_that_is_down_does_not_stop_us_from_starting(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    await issuer.stop()
    await verifier.start()

    with pytest.raises(IssuerUnavailable):
        await verifier.verify(key.sign())

    await issuer.start()
    clock.advance(1)
    assert await problem_with(key.sign(), verifier) is None


async def test_without_keys_a_failing_issuer_is_asked_once_a_second(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    issuer.status = "500 Oops"

    for expected in (1, 1, 1):
        with pytest.raises(IssuerUnavailable):
            await verifier.verify(key.sign())
        assert issuer.requests == expected
    clock.advance(1)
    with pytest.raises(IssuerUnavailable):
        await verifier.verify(key.sign())
    assert issuer.requests == 2


async def test_old_keys_serve_for_a_day_while_the_issuer_is_down_and_no_longer(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    await issuer.stop()

    for age in (10 * MINUTE, 1 * HOUR, 24 * HOUR - 1):
        clock.seconds = 5_000 + age
        assert await problem_with(key.sign(), verifier) is None
    clock.advance(1)
    with pytest.raises(IssuerUnavailable):
        await verifier.verify(key.sign())

    await issuer.start()
    clock.advance(1)
    assert await problem_with(key.sign(), verifier) is None


@pytest.mark.parametrize("body", [b"<html>", b'{"keys":[]}', b" " * (64 * 1024 + 1)], ids=["page", "empty", "huge"])
async def test_a_wrong_answer_keeps_the_old_keys(
    body: bytes, verifier: JwksVerifier, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.body = body
    clock.advance(10 * MINUTE)

    assert await problem_with(key.sign(), verifier) is None
    assert issuer.requests == 2


async def test_only_the_first_failed_renewal_is_waited_for(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.status = "500 Oops"
    clock.advance(10 * MINUTE)
    assert await problem_with(key.sign(), verifier) is None
    assert issuer.requests == 2

    clock.advance(29)
    assert await problem_with(key.sign(), verifier) is None
    assert fetches_under_way() == []

    issuer.answering.clear()
    clock.advance(1)
    async with asyncio.timeout(1):
        assert await problem_with(key.sign(), verifier) is None
    await until(lambda: issuer.requests == 3)


async def test_an_outage_is_forgotten_once_it_is_over(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, next_key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.status = "500 Oops"
    clock.advance(10 * MINUTE)
    assert await problem_with(key.sign(), verifier) is None
    issuer.status = "200 OK"
    clock.advance(30)
    assert await problem_with(key.sign(), verifier) is None
    await until(lambda: fetches_under_way() == [])
    issuer.publish(next_key.jwk())

    clock.advance(10 * MINUTE)
    assert await problem_with(key.sign(), verifier) is TokenProblem.WRONG_SIGNATURE


async def test_looking_at_the_generation_is_enough_to_drop_keys_of_yesterday(
    verifier: JwksVerifier, issuer: Issuer, clock: Clock
) -> None:
    await verifier.start()
    await issuer.stop()
    clock.advance(24 * HOUR)

    assert verifier.generation == 2
