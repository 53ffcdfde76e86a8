"""Keys are fetched once for everybody and renewed ahead of need."""

import asyncio

from api.auth.clock import Clock
from api.auth.expecting import problem_with
from api.auth.issuer import Issuer
from api.auth.signing_keys import SigningKey
from api.auth.waiting import fetches_under_way, until
from todo_api.auth import JwksVerifier

MINUTE = 60


async def test_keys_are_fetched_once_for_all_who_wait(verifier: JwksVerifier, issuer: Issuer, key: SigningKey) -> None:
    problems = await asyncio.gather(*(problem_with(key.sign(), verifier) for _ in range(50)))

    assert problems == [None] * 50
    assert issuer.requests == 1


async def test_starting_fetches_the_keys_before_the_first_request(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey
) -> None:
    await verifier.start()
    await issuer.stop()

    assert await problem_with(key.sign(), verifier) is None


async def test_a_client_that_hangs_up_does_not_stop_the_fetch_for_the_others(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey
) -> None:
    issuer.answering.clear()
    impatient = asyncio.create_task(verifier.verify(key.sign()))
    patient = asyncio.create_task(problem_with(key.sign(), verifier))
    await until(lambda: issuer.requests == 1)
    impatient.cancel()
    issuer.answering.set()

    assert await patient is None
    assert impatient.cancelled()
    assert issuer.requests == 1


async def test_keys_are_not_asked_for_again_while_they_are_new(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    clock.advance(8 * MINUTE - 1)

    assert await problem_with(key.sign(), verifier) is None
    assert verifier.generation == 1
    assert issuer.requests == 1


async def test_keys_are_renewed_ahead_of_need_without_anybody_waiting(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.answering.clear()
    clock.advance(8 * MINUTE)

    assert await problem_with(key.sign(), verifier) is None
    await until(lambda: issuer.requests == 2)
    assert await problem_with(key.sign(), verifier) is None
    assert issuer.requests == 2


async def test_closing_ends_a_fetch_that_is_under_way(
    verifier: JwksVerifier, issuer: Issuer, key: SigningKey, clock: Clock
) -> None:
    await verifier.start()
    issuer.answering.clear()
    clock.advance(8 * MINUTE)
    await verifier.verify(key.sign())
    await until(lambda: issuer.requests == 2)
    fetches = fetches_under_way()

    async with asyncio.timeout(1):
        await verifier.close()

    assert [task.cancelled() for task in fetches] == [True]
